/**
 * Which texts must not be made again, without keeping them: one bit for each, where its hash leads, in an array of few bits (a Bloom
 * filter with one hash; Bloom 1970). It never overlooks a text that was put in, and takes about one other text in five for
 * one. So what it says of a guess tells little: whoever tries all names or all numbers finds a fifth of them. Plain data.
 */
export interface BlurredTexts {
  /** Number of bits; 0 where no text was put in. */
  readonly size: number;
  readonly bits: Uint8Array;
}

/** Fills a fifth of the bits. */
const bitsPerText = 4.5;

/** @param texts distinct */
export function blurTexts(texts: readonly string[]): BlurredTexts {
  const size = Math.ceil(bitsPerText * texts.length);
  const bits = new Uint8Array(Math.ceil(size / 8));
  for (const text of texts) {
    const place = placeOf(text, size);
    bits[place >>> 3] |= 1 << (place & 7);
  }
  return { size, bits };
}

/** True of every text that was put in, and of about a fifth of all others. */
export function mayHold({ size, bits }: BlurredTexts, text: string): boolean {
  if (size === 0) return false;
  const place = placeOf(text, size);
  return ((bits[place >>> 3] >>> (place & 7)) & 1) === 1;
}

/** About how many texts were put in. */
export function countTexts({ size }: BlurredTexts): number {
  return Math.round(size / bitsPerText);
}

function placeOf(text: string, size: number): number {
  return Math.floor((hash(text) / 2 ** 32) * size);
}

/** FNV-1a over UTF-16 units, finished as MurmurHash3 does (A. Appleby, fmix32). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
