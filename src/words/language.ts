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

/** The first of `wishes` (BCP 47 tags, the most wanted first) that the product speaks; null where it speaks none. */
export function chooseLanguage(wishes: readonly string[]): Language | null {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split('-')[0];
    const language = languages.find((known) => known === primary);
    if (language) return language;
  }
  return null;
}
