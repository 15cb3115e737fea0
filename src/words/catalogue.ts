import { type Language, languageNow } from './language';
import type { Rich } from './rich';

/** A sentence, a function that makes one from what it is given, or a group of both. */
export interface Texts {
  readonly [key: string]: string | readonly string[] | Rich | Texts | ((...given: never[]) => unknown);
}

/** Gives the texts of the language now spoken; `texts` has all of them, for tests. */
export interface Catalogue<T> {
  (): T;
  readonly texts: Readonly<Record<Language, T>>;
}

/**
 * What one part of the product says. The English texts settle the keys and what each needs to be given; a language
 * that lacks one does not compile. Call the catalogue where the text is shown, not once beforehand: the language may change.
 */
export function catalogue<T extends Texts>(texts: { readonly en: T; readonly de: NoInfer<T> }): Catalogue<T> {
  return Object.assign(() => texts[languageNow()], { texts });
}
