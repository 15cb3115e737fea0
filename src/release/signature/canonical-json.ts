/**
 * JSON in the one form that can be signed (RFC 8785, JSON Canonicalization Scheme): no spaces, keys in the order of their
 * UTF-16 units, numbers and texts as ECMAScript writes them. Fields that are undefined are left out, as JSON.stringify does.
 * Throws TypeError where JSON has no form: numbers that are not finite, and texts with half a surrogate pair.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((entry: unknown) => canonicalJson(entry ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, entry]) => `${canonicalText(key)}:${canonicalJson(entry)}`).join(',')}}`;
  }
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no such number.');
  return JSON.stringify(value);
}

function canonicalText(text: string): string {
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text))
    throw new TypeError('A text with half a surrogate pair has no canonical form.');
  return JSON.stringify(text);
}
