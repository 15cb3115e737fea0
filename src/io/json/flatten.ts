export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** How deep objects are taken apart; what lies deeper stays JSON text. */
const deepest = 8;

/**
 * The cells of one record by column name: objects within it are taken apart (`address.city`), lists stay as JSON text.
 * The map keeps names such as `__proto__` apart from those of objects.
 */
export function flatten(record: { readonly [name: string]: Json }): Map<string, string> {
  const cells = new Map<string, string>();
  const walk = (name: string, value: Json, depth: number): void => {
    if (!isObject(value) || depth === deepest) cells.set(name, cellOf(value));
    else for (const [key, inner] of Object.entries(value)) walk(`${name}.${key}`, inner, depth + 1);
  };
  for (const [name, value] of Object.entries(record)) walk(name, value, 1);
  return cells;
}

/** How a value stands in a cell: nothing for null. */
export function cellOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Strings, whole; and numbers with more digits than a double keeps. */
const stringOrLongNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.]{15,}(?:[eE][+-]?\d+)?/g;

/** Parses JSON with numbers of 16 digits and more as texts, digit by digit. Throws SyntaxError. */
export function parseExactly(text: string): Json {
  const exact = text.replace(stringOrLongNumber, (match) => (match.startsWith('"') ? match : `"${match}"`));
  return JSON.parse(exact) as Json;
}
