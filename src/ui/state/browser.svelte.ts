import { findGaps, type Gap } from '../browser-gaps';
import { hasGraphicsCard } from '../clients/graphics-card';

/** What this browser lacks. Whether WebGPU has a card to give is known a moment later. */
export class BrowserState {
  #gaps = $state.raw<readonly Gap[]>([]);

  constructor(page: Window & typeof globalThis) {
    this.#gaps = findGaps(page);
    if (page.isSecureContext && !this.#gaps.includes('graphics-card'))
      void hasGraphicsCard().then((found) => (this.#gaps = findGaps(page, found)));
  }

  get gaps(): readonly Gap[] {
    return this.#gaps;
  }
}
