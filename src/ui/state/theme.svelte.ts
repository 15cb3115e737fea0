export type Theme = 'light' | 'dark';

const storageKey = 'understudy-theme';

/** Light or dark: the system's choice until the person makes one. */
export class ThemeState {
  readonly #page: Window;
  #chosen = $state<Theme | null>(null);
  #system = $state<Theme>('light');

  constructor(page: Window) {
    this.#page = page;
    const dark = page.matchMedia('(prefers-color-scheme: dark)');
    this.#system = dark.matches ? 'dark' : 'light';
    dark.addEventListener('change', () => (this.#system = dark.matches ? 'dark' : 'light'));
    this.#apply(recall(page));
  }

  get current(): Theme {
    return this.#chosen ?? this.#system;
  }

  toggle(): void {
    this.#apply(this.current === 'dark' ? 'light' : 'dark');
    remember(this.#page, this.#chosen);
  }

  /** Back to the system's choice; nothing is stored any more. */
  forget(): void {
    this.#chosen = null;
    delete this.#page.document.documentElement.dataset.theme;
    remember(this.#page, null);
  }

  #apply(theme: Theme | null): void {
    this.#chosen = theme;
    if (theme) this.#page.document.documentElement.dataset.theme = theme;
  }
}

/** Storage is refused in sandboxed frames: then the choice lasts as long as the page. */
function recall(page: Window): Theme | null {
  try {
    const stored = page.localStorage.getItem(storageKey);
    return stored === 'light' || stored === 'dark' ? stored : null;
  } catch {
    return null;
  }
}

function remember(page: Window, theme: Theme | null): void {
  try {
    if (theme) page.localStorage.setItem(storageKey, theme);
    else page.localStorage.removeItem(storageKey);
  } catch {
    return;
  }
}
