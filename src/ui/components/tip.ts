import type { Attachment } from 'svelte/attachments';

const gap = 8;
const margin = 12;
let shared: HTMLElement | null = null;

/** One word of explanation at an element: shown on hover and on focus, put away by Escape. */
export function tip(text: string | null): Attachment<HTMLElement> {
  return (anchor) => {
    if (!text) return undefined;
    if (!('showPopover' in anchor)) return titled(anchor, text);
    const show = () => open(anchor, text);
    const hide = () => close(anchor);
    const key = (event: KeyboardEvent) => void (event.key === 'Escape' && hide());
    anchor.addEventListener('pointerenter', show);
    anchor.addEventListener('focus', show);
    anchor.addEventListener('pointerleave', hide);
    anchor.addEventListener('blur', hide);
    anchor.addEventListener('keydown', key);
    return () => {
      hide();
      anchor.removeEventListener('pointerenter', show);
      anchor.removeEventListener('focus', show);
      anchor.removeEventListener('pointerleave', hide);
      anchor.removeEventListener('blur', hide);
      anchor.removeEventListener('keydown', key);
    };
  };
}

/** Where the browser knows no popovers: its own way of showing a word. */
function titled(anchor: HTMLElement, text: string): () => void {
  anchor.title = text;
  return () => anchor.removeAttribute('title');
}

function open(anchor: HTMLElement, text: string): void {
  const element = (shared ??= makeTip());
  element.textContent = text;
  element.showPopover();
  anchor.setAttribute('aria-describedby', element.id);
  place(element, anchor.getBoundingClientRect());
}

function close(anchor: HTMLElement): void {
  if (anchor.getAttribute('aria-describedby') !== shared?.id) return;
  anchor.removeAttribute('aria-describedby');
  shared?.hidePopover();
}

function makeTip(): HTMLElement {
  const element = document.createElement('div');
  element.id = 'tip';
  element.className = 'tip';
  element.setAttribute('role', 'tooltip');
  element.popover = 'manual';
  document.body.append(element);
  return element;
}

/** Below the anchor, above it where there is no room, never off the side. */
function place(element: HTMLElement, anchor: DOMRect): void {
  const size = element.getBoundingClientRect();
  const below = anchor.bottom + gap;
  const fits = below + size.height < window.innerHeight - margin;
  const left = Math.min(anchor.left, window.innerWidth - size.width - margin);
  element.style.left = `${Math.max(margin, left)}px`;
  element.style.top = `${fits ? below : Math.max(margin, anchor.top - gap - size.height)}px`;
}
