/**
 * Stands in the place of Arrow's own module of this name (bundle.ts), which makes the same test out of text; the
 * page's policy forbids that. True for values that are none of `nullValues`; NaN counts as equal to itself.
 */
export function createIsValidFunction(nullValues?: readonly unknown[]): (value: unknown) => boolean {
  const nulls = new Set(nullValues ?? []);
  return nulls.size === 0 ? () => true : (value) => !nulls.has(value);
}
