import { chooseLanguage, followLanguage, type Language } from '../../words';

const storageKey = 'understudy-language';

/** The language of the page: the browser's first that it speaks, English else, until the person or the host chooses. */
export class LanguageState {
  readonly #page: Window;
  #current = $state<Language>('en');

  constructor(page: Window) {
    this.#page = page;
    this.#show(recall(page) ?? proposed(page));
    followLanguage(() => this.#current);
  }

  get current(): Language {
    return this.#current;
  }

  /** The person's choice: it is remembered. */
  choose(language: Language): void {
    this.#show(language);
    remember(this.#page, language);
  }

  /** The host's choice, for as long as the page is open; one that the page does not speak changes nothing. */
  propose(locale: string): void {
    const language = chooseLanguage([locale]);
    if (language && !recall(this.#page)) this.#show(language);
  }

  /** Back to the browser's choice; nothing is stored any more. */
  forget(): void {
    remember(this.#page, null);
    this.#show(proposed(this.#page));
  }

  #show(language: Language): void {
    this.#current = language;
    this.#page.document.documentElement.lang = language;
  }
}

function proposed(page: Window): Language {
  return chooseLanguage(page.navigator.languages) ?? 'en';
}

/** Storage is refused in sandboxed frames: then the choice lasts as long as the page. */
function recall(page: Window): Language | null {
  try {
    return chooseLanguage([page.localStorage.getItem(storageKey) ?? '']);
  } catch {
    return null;
  }
}

function remember(page: Window, language: Language | null): void {
  try {
    if (language) page.localStorage.setItem(storageKey, language);
    else page.localStorage.removeItem(storageKey);
  } catch {
    return;
  }
}
