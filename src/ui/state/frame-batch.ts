/** Gathers what arrives faster than the screen can show, and hands it over once a frame. */
export class FrameBatch<Item> {
  readonly #deliver: (items: readonly Item[]) => void;
  #items: Item[] = [];
  #frame = 0;

  constructor(deliver: (items: readonly Item[]) => void) {
    this.#deliver = deliver;
  }

  add(item: Item): void {
    this.#items.push(item);
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.flush());
  }

  /** Hands over what is held now (a page in the background gets no frames). */
  flush(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const items = this.#items;
    this.#items = [];
    if (items.length > 0) this.#deliver(items);
  }
}
