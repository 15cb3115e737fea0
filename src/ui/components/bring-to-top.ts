/** Milliseconds after which it is where it is: what comes later moves nothing under the reader. */
const longestWait = 1000;

/**
 * Scrolls until the element is at the top of the window; and again when what is around it grows, as its contents come turn by turn
 * and the page is too short for it before. Ends at once when the person does anything.
 */
export function bringToTop(element: Element, around: Element): void {
  const ended = new AbortController();
  const end = () => ended.abort();
  const scroll = () => element.scrollIntoView({ block: 'start' });
  const observer = new ResizeObserver(scroll);
  observer.observe(around);
  ended.signal.addEventListener('abort', () => observer.disconnect());
  for (const act of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    window.addEventListener(act, end, { signal: ended.signal, passive: true });
  setTimeout(end, longestWait);
  scroll();
}
