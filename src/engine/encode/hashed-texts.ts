/**
 * A set of texts of which only salted 32-bit hashes are kept, in an open-addressing table. It may say "in it" of a text that
 * is not (about one in a thousand with four million texts), never the other way round. Plain data, so it can be posted.
 * The texts cannot be read back from it, but guesses can be tried against it: it belongs to the private side.
 */
export interface HashedTexts {
  readonly salt: number;
  /** 0 is an empty slot; the length is a power of two. */
  slots: Uint32Array;
  size: number;
}

/** An empty set, or one of the texts given. */
export function hashTexts(salt: number, texts: readonly string[] = []): HashedTexts {
  const set: HashedTexts = { salt, slots: new Uint32Array(slotCount(texts.length)), size: 0 };
  for (const text of texts) addText(set, text);
  return set;
}

/** A salt that follows from the texts alone, in whatever order they come. */
export function saltOf(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) sum = (sum + hash(text, 0x9e3779b9)) >>> 0;
  return sum;
}

export function hasText(set: HashedTexts, text: string): boolean {
  const value = hash(text, set.salt);
  return set.slots[slotOf(set.slots, value)] === value;
}

/** Adds the text; false when it (or one with the same hash) was in the set already. */
export function addText(set: HashedTexts, text: string): boolean {
  const value = hash(text, set.salt);
  const slot = slotOf(set.slots, value);
  if (set.slots[slot] === value) return false;
  set.slots[slot] = value;
  set.size++;
  if (set.size * 2 > set.slots.length) grow(set);
  return true;
}

function grow(set: HashedTexts): void {
  const slots = new Uint32Array(set.slots.length * 2);
  for (const value of set.slots) if (value !== 0) slots[slotOf(slots, value)] = value;
  set.slots = slots;
}

function slotCount(size: number): number {
  return 2 ** Math.max(4, Math.ceil(Math.log2(size * 2 + 1)));
}

/** The slot that holds the hash, or the empty one where it belongs. */
function slotOf(slots: Uint32Array, value: number): number {
  const mask = slots.length - 1;
  let slot = value & mask;
  while (slots[slot] !== 0 && slots[slot] !== value) slot = (slot + 1) & mask;
  return slot;
}

/** FNV-1a over UTF-16 units, finished as MurmurHash3 does (A. Appleby, fmix32); never 0. */
function hash(text: string, salt: number): number {
  let value = (0x811c9dc5 ^ salt) >>> 0;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0 || 1;
}
