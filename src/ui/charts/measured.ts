import type { Attachment } from 'svelte/attachments';

type TakeSize = (width: number, height: number) => void;

const takers = new WeakMap<Element, TakeSize>();
let shared: ResizeObserver | null = null;

/**
 * Tells the inner size of an element in CSS pixels: before it is first painted, and whenever it changes. The browser is not
 * made to lay the page out for it, as Svelte's `bind:clientWidth` makes it for each element by itself: what is put into the
 * page at once is measured at once, when the page is laid out anyway.
 */
export function measured(take: TakeSize): Attachment {
  return (element) => {
    const observer = (shared ??= new ResizeObserver(tellSizes));
    takers.set(element, take);
    observer.observe(element);
    return () => observer.unobserve(element);
  };
}

function tellSizes(entries: readonly ResizeObserverEntry[]): void {
  for (const { target } of entries) takers.get(target)?.(target.clientWidth, target.clientHeight);
}
