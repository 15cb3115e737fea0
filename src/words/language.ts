/** The languages of the product, as BCP 47 tags. */
export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

let read: () => Language = () => 'en';

/** The language that sentences are made in at this moment, in this thread. */
export function languageNow(): Language {
  return read();
}

/** From now on this thread speaks `language`; English until then. */
export function speak(language: Language): void {
  read = () => language;
}

/** As `speak`, but asked anew each time: the page's own choice is a signal, so that what it shows changes with it. */
export function followLanguage(source: () => Language): void {
  read = source;
}

/** Something for each language. */
export type InEachLanguage<T> = Readonly<Record<Language, T>>;

/** What `say` gives while this thread speaks `language`, whatever it speaks before and afterwards. */
export function inLanguage<T>(language: Language, say: () => T): T {
  const before = read;
  read = () => language;
  try {
    return say();
  } finally {
    read = before;
  }
}

/** What `say` gives in each language: what is shared by reference crosses to another thread once. */
export function inEachLanguage<T>(say: (language: Language) => T): InEachLanguage<T> {
  const said = languages.map((language) => [language, inLanguage(language, () => say(language))] as const);
  return Object.fromEntries(said) as Record<Language, T>;
}

/** The first of `wishes` (BCP 47 tags, the most wanted first) that the product speaks; null where it speaks none. */
export function chooseLanguage(wishes: readonly string[]): Language | null {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split('-')[0];
    const language = languages.find((known) => known === primary);
    if (language) return language;
  }
  return null;
}
