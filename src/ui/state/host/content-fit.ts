/** Has the page be as high as what it shows, and tells that height whenever it changes. */
export class ContentFit {
  readonly #page: Window & typeof globalThis;
  readonly #tell: (height: number) => void;
  #hasBegun = false;

  /** @param tell hears the height, CSS pixels */
  constructor(page: Window & typeof globalThis, tell: (height: number) => void) {
    this.#page = page;
    this.#tell = tell;
  }

  /** From then on; a host may ask for it again with each configuration. */
  begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    const { document, ResizeObserver } = this.#page;
    document.documentElement.style.setProperty('--page-height', '0px');
    const form = document.getElementById('app');
    if (!form) return;
    new ResizeObserver(() => this.#tell(Math.ceil(form.getBoundingClientRect().height))).observe(form);
  }
}
