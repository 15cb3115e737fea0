/** Patterns by which a text gives itself away. */
const uuid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const longHex = /^(?:0x)?(?=[0-9a-f]*\d)[0-9a-f]{16,}$/i;
const email = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const ip = new RegExp(
  String.raw`^${octet}(?:\.${octet}){3}(?:/\d{1,2})?$|^(?=.*[0-9a-f]{3})(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:/\d{1,3})?$`,
  'i',
);
const mac = /^[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$|^(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}$/i;
const url = /^(?:https?|ftp):\/\/\S+\/\S+$/i;
const coordinates = /^[([]?-?(?:90|[0-8]?\d)\.\d{3,}[,;]?\s*-?(?:180|1?[0-7]?\d|[89]\d)\.\d{3,}[)\]]?$/;
const phone = /^(?:\+|00)\d[\d ()./-]{6,18}$|^\(?0?\d{2,5}\)?[ ./-]\d{2,4}[ .-]\d{2,5}(?:[ .-]\d{2,4})?$/;

export type TextShape = 'uuid' | 'hash' | 'email' | 'ip' | 'mac' | 'url' | 'coordinates' | 'phone';

const shapes: readonly (readonly [TextShape, RegExp])[] = [
  ['uuid', uuid],
  ['email', email],
  ['mac', mac],
  ['ip', ip],
  ['url', url],
  ['coordinates', coordinates],
  ['hash', longHex],
  ['phone', phone],
];

/** The shape that at least nine tenths of the texts have, if any (on at most 2,000 of them, from all over). */
export function commonShape(texts: readonly string[]): TextShape | null {
  const stride = Math.max(1, Math.floor(texts.length / 2000));
  const sample = texts.filter((_, i) => i % stride === 0).map((text) => text.trim());
  const fitting = shapes.find(([, pattern]) => shareOf(sample, (text) => pattern.test(text)) >= 0.9);
  return fitting?.[0] ?? null;
}

/** Share of the texts that pass the test; 0 of none. */
export function shareOf(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}

/** One word with a digit in it, or with letters and joining marks as codes have them. */
export function looksLikeCode(text: string): boolean {
  return /^\S+$/.test(text) && /\d/.test(text);
}

export function countWordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** The letters all texts begin with, digits at its end left off. */
function commonPrefix(texts: readonly string[]): string {
  let prefix = texts[0] ?? '';
  for (const text of texts) {
    let length = 0;
    while (length < prefix.length && prefix[length] === text[length]) length++;
    prefix = prefix.slice(0, length);
  }
  return prefix.replace(/\d+$/, '');
}

/** True when every text is one literal prefix and then digits: `case-10011`, `INV0042`, `007`. */
export function areNumberedCodes(texts: readonly string[]): boolean {
  const { length } = commonPrefix(texts);
  return texts.every((text) => /^\d+$/.test(text.slice(length)));
}
