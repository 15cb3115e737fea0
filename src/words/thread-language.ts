import { type Language, languageNow, languages, speak } from './language';

const key = 'understudyLanguage';

/** What `hearLanguage` in another thread understands; null where `told` is what it has been told already. */
export function tellLanguage(
  to: { postMessage: (message: unknown) => void },
  told: Language | null,
): Language {
  const language = languageNow();
  if (language !== told) to.postMessage({ [key]: language });
  return language;
}

/** This thread speaks what the one that started it speaks. Other messages are left alone. */
export function hearLanguage(from: {
  addEventListener: (type: 'message', listen: (event: { readonly data: unknown }) => void) => void;
}): void {
  from.addEventListener('message', ({ data }) => {
    if (typeof data !== 'object' || data === null || !(key in data)) return;
    const language = languages.find((known) => known === (data as Record<string, unknown>)[key]);
    if (language) speak(language);
  });
}
