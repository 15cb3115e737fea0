import { UserError } from '../errors';
import { savedWords } from './words';

/**
 * Reads an unknown value as what it must be, copying nothing but what is expected.
 * @param where the value stands, for the sentence
 * @throws UserError where it is something else
 */
export type Reader<T> = (value: unknown, where: string) => T;

/** The sentence for what is no model. */
export function damaged(where: string): UserError {
  return new UserError(savedWords().damaged(where));
}

/** A reader that accepts what the test does. */
export function accepting<T>(test: (value: unknown) => boolean): Reader<T> {
  return (value, where) => {
    if (!test(value)) throw damaged(where);
    return value as T;
  };
}

export const aText = accepting<string>((value) => typeof value === 'string');
export const aSwitch = accepting<boolean>((value) => typeof value === 'boolean');
/** Any number, NaN among them. */
export const aNumber = accepting<number>((value) => typeof value === 'number');
export const aFinite = accepting<number>(Number.isFinite);

export function whole(least: number, most: number): Reader<number> {
  return accepting(
    (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
  );
}

export function oneOf<T>(choices: readonly T[]): Reader<T> {
  return accepting((value) => choices.includes(value as T));
}

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, where) => (value === null ? null : read(value, where));
}

export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value, where) => (value === undefined ? undefined : read(value, where));
}

/** @param length that it must have; any when not said */
export function listOf<T>(read: Reader<T>, length?: number): Reader<T[]> {
  return (value, where) => {
    if (!Array.isArray(value) || (length !== undefined && value.length !== length)) throw damaged(where);
    return value.map((entry, i) => read(entry, `${where} ${i}`));
  };
}

export function mapOf<K, V>(readKey: Reader<K>, readValue: Reader<V>): Reader<Map<K, V>> {
  return (value, where) => {
    if (!(value instanceof Map)) throw damaged(where);
    return new Map(
      Array.from(value, ([key, entry]) => {
        const known = readKey(key, where);
        return [known, readValue(entry, `${where} ${String(known)}`)];
      }),
    );
  };
}

/** An object's fields; those that nobody asks for are left aside. */
export function fields<T extends object>(readers: {
  readonly [Name in keyof T]: Reader<T[Name]>;
}): Reader<T> {
  const entries = Object.entries<Reader<unknown>>(readers);
  return (value, where) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged(where);
    const own = (name: string) =>
      Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    return Object.fromEntries(
      entries.flatMap(([name, read]) => {
        const entry = read(own(name), `${where} ${name}`);
        return entry === undefined ? [] : [[name, entry]];
      }),
    ) as T;
  };
}

/** An object of one of several kinds, which its field `tag` tells. */
export function oneKindOf<T extends object>(
  tag: keyof T & string,
  readers: { readonly [Kind in T[keyof T] & string]?: Reader<T> },
): Reader<T> {
  return (value, where) => {
    const kind: unknown =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[tag] : null;
    if (typeof kind !== 'string' || !Object.hasOwn(readers, kind)) throw damaged(`${where} ${tag}`);
    return (readers as Record<string, Reader<T>>)[kind](value, where);
  };
}

type Numbers = Float64Array | Float32Array | Int32Array | Uint8Array;

/** An array of numbers of that type. @param accepts each of them; all when not said */
export function arrayOf<T extends Numbers>(
  type: { new (length: number): T },
  accepts: (value: number) => boolean = () => true,
  length?: number,
): Reader<T> {
  return accepting(
    (value) =>
      value instanceof type &&
      (length === undefined || value.length === length) &&
      value.every((entry) => accepts(entry)),
  );
}

/** From `least` up to `most`. */
export function within(least: number, most: number): (value: number) => boolean {
  return (value) => value >= least && value <= most;
}
