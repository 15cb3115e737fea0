import { UserError } from '../src/engine/errors';
import { type Language, languages } from '../src/words';

/** A whole number given as an option; undefined where it is not given. @throws UserError where it is something else */
export function wholeNumber(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least || text.trim() === '') {
    throw new UserError(`--${name} must be a whole number from ${least} up, not "${text}".`);
  }
  return value;
}

/** One of several words given as an option. @throws UserError where it is another */
export function oneOf<T extends string>(
  name: string,
  text: string | undefined,
  choices: readonly T[],
): T | undefined {
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text);
  if (found === undefined)
    throw new UserError(`--${name} must be one of ${choices.join(', ')}, not "${text}".`);
  return found;
}

/**
 * The language that `--language` asks for, and the other arguments.
 * @throws UserError where the product does not speak it
 */
export function readLanguage(args: readonly string[]): {
  readonly language: Language;
  readonly rest: string[];
} {
  const at = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  if (at < 0) return { language: 'en', rest: [...args] };
  const [, joined] = /^--language=(.*)$/.exec(args[at]) ?? [];
  const language = oneOf('language', joined ?? args[at + 1] ?? '', languages) ?? 'en';
  return { language, rest: args.toSpliced(at, joined === undefined ? 2 : 1) };
}
