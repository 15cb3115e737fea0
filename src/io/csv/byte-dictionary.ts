import type { CellRanges } from './waiting-rows';

const wantsUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const anyBytes = new TextDecoder('windows-1252');
const encoder = new TextEncoder();
const partBytes = 1 << 24;
/** Kinds of texts that are told apart, a power of two. */
const kinds = 256;

/**
 * The distinct texts of a column, numbered in order of first sight. It compares UTF-8 bytes by an
 * open-addressing hash table, so that a text seen before costs no string. Bytes that are no UTF-8 are read
 * as windows-1252, after a call to `onRepair` with the row that was given with them.
 */
export class ByteDictionary {
  readonly #onRepair: (row: number) => void;
  #slots = new Int32Array(8);
  #hashes = new Int32Array(4);
  #ends = new Int32Array(4);
  #bytes = new Uint8Array(16);
  #words = wordsOf(this.#bytes);
  /** Where the last text came from: mostly the same bytes, with the next text in them. */
  #seen: Uint8Array = this.#bytes;
  #seenWords = this.#words;
  /** By kind, the number of the text that came last. */
  readonly #recent = new Int32Array(kinds);
  #size = 0;
  #isAscii = true;

  constructor(onRepair: (row: number) => void) {
    this.#onRepair = onRepair;
  }

  get size(): number {
    return this.#size;
  }

  /** About so many bytes come of it: the texts, what finds them, and the strings that are made of them. */
  get byteCount(): number {
    return this.#size === 0 ? 0 : 2 * this.#ends[this.#size - 1] + 40 * this.#size;
  }

  /** The number of the text `bytes[start … end)`, which is new when it equals the former `size`. */
  intern(bytes: Uint8Array, start: number, end: number, row = 0): number {
    if (bytes !== this.#seen) this.#see(bytes);
    const kind = kindOf(this.#seenWords, start, end);
    const recent = this.#recent[kind];
    if (recent < this.#size && this.#equals(recent, start, end)) return recent;
    return (this.#recent[kind] = this.#find(bytes, start, end, row));
  }

  /**
   * Writes the numbers of a column's texts, `plus` added, from row `first` on to `codes` from `place` on, as long as each
   * is the last one of its kind.
   * @returns the row at which that ends
   */
  copyRecent(
    { bytes, starts, ends, width, count }: CellRanges,
    column: number,
    first: number,
    codes: Int32Array | Uint8Array,
    place: number,
    plus: number,
  ): number {
    if (bytes !== this.#seen) this.#see(bytes);
    const seen = this.#seenWords;
    const words = this.#words;
    const recents = this.#recent;
    const textEnds = this.#ends;
    const size = this.#size;
    let row = first;
    for (let at = first * width + column; row < count; row++, at += width) {
      const start = starts[at];
      const end = ends[at];
      const recent = recents[kindOf(seen, start, end)];
      if (recent >= size) break;
      const from = recent === 0 ? 0 : textEnds[recent - 1];
      if (textEnds[recent] - from !== end - start || !areSame(seen, start, end, words, from)) break;
      codes[place++] = recent + plus;
    }
    return row;
  }

  #find(bytes: Uint8Array, start: number, end: number, row: number): number {
    const hash = hashOf(this.#seenWords, start, end);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let held = this.#slots[slot]; held > 0; held = this.#slots[slot]) {
      if (this.#hashes[held - 1] === hash && this.#equals(held - 1, start, end)) return held - 1;
      slot = (slot + 1) & mask;
    }
    if (!isAscii(bytes, start, end)) {
      const repaired = repairText(bytes, start, end);
      if (repaired !== null) {
        this.#onRepair(row);
        return this.intern(repaired, 0, repaired.length);
      }
      this.#isAscii = false;
    }
    return this.#append(hash, slot, bytes, start, end);
  }

  internText(text: string): number {
    const bytes = encoder.encode(text);
    return this.intern(bytes, 0, bytes.length);
  }

  /** All texts, by number. */
  texts(): string[] {
    return this.#isAscii ? this.#asciiTexts() : this.#decodedTexts();
  }

  /** Bytes of the text with that number. */
  textBytes(code: number): Uint8Array {
    return this.#bytes.subarray(this.#startOf(code), this.#ends[code]);
  }

  /** A dictionary of the texts named alone; `codes` are given their new numbers. */
  keptIn(codes: Int32Array): ByteDictionary {
    const kept = new ByteDictionary(this.#onRepair);
    const renamed = new Int32Array(this.#size).fill(-1);
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i];
      if (renamed[code] < 0) renamed[code] = kept.intern(this.#bytes, this.#startOf(code), this.#ends[code]);
      codes[i] = renamed[code];
    }
    return kept;
  }

  #startOf(code: number): number {
    return code === 0 ? 0 : this.#ends[code - 1];
  }

  #see(bytes: Uint8Array): void {
    this.#seen = bytes;
    this.#seenWords = wordsOf(bytes);
  }

  /** The text of that number is `seen[start … end)`. */
  #equals(code: number, start: number, end: number): boolean {
    const from = this.#startOf(code);
    return this.#ends[code] - from === end - start && areSame(this.#seenWords, start, end, this.#words, from);
  }

  #append(hash: number, slot: number, bytes: Uint8Array, start: number, end: number): number {
    const code = this.#size;
    const from = this.#startOf(code);
    const to = from + end - start;
    if (to > this.#bytes.length) {
      this.#bytes = grownBytes(this.#bytes, to);
      this.#words = wordsOf(this.#bytes);
    }
    if (end - start < 32) for (let i = start, j = from; i < end; i++, j++) this.#bytes[j] = bytes[i];
    else this.#bytes.set(bytes.subarray(start, end), from);
    if (code === this.#ends.length) {
      this.#ends = grownInts(this.#ends);
      this.#hashes = grownInts(this.#hashes);
    }
    this.#ends[code] = to;
    this.#hashes[code] = hash;
    this.#slots[slot] = code + 1;
    this.#size++;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      let slot = this.#hashes[code] & mask;
      while (slots[slot] > 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }

  /** Byte offsets are character offsets here: decode in large parts, then cut. */
  #asciiTexts(): string[] {
    const texts: string[] = [];
    let partStart = 0;
    let part = '';
    for (let code = 0; code < this.#size; code++) {
      const start = this.#startOf(code);
      const end = this.#ends[code];
      if (end > partStart + part.length) {
        partStart = start;
        const partEnd = Math.min(this.#ends[this.#size - 1], Math.max(end, start + partBytes));
        part = anyBytes.decode(this.#bytes.subarray(partStart, partEnd));
      }
      texts.push(part.slice(start - partStart, end - partStart));
    }
    return texts;
  }

  #decodedTexts(): string[] {
    return Array.from({ length: this.#size }, (_, code) => wantsUtf8.decode(this.textBytes(code)));
  }
}

/** The text of bytes that should be UTF-8; of windows-1252 where they are not. */
export function decodeCell(bytes: Uint8Array): string {
  return wantsUtf8.decode(repairText(bytes, 0, bytes.length) ?? bytes);
}

/** The bytes read as windows-1252, in UTF-8; null where they are UTF-8 already. */
function repairText(bytes: Uint8Array, start: number, end: number): Uint8Array | null {
  const cell = bytes.subarray(start, end);
  try {
    wantsUtf8.decode(cell);
    return null;
  } catch {
    // Streamed, as Node otherwise takes windows-1252 for ISO 8859-1; of single bytes nothing is held back.
    return encoder.encode(anyBytes.decode(cell, { stream: true }));
  }
}

/** `a[start … end)` equals `b` from `from` on. */
function areSame(a: DataView, start: number, end: number, b: DataView, from: number): boolean {
  for (; start + 4 <= end; start += 4, from += 4)
    if (a.getInt32(start, true) !== b.getInt32(from, true)) return false;
  for (; start < end; start++, from++) if (a.getUint8(start) !== b.getUint8(from)) return false;
  return true;
}

/** Texts of a column of few mostly differ in their length or in their last four bytes. */
function kindOf(words: DataView, start: number, end: number): number {
  const length = end - start;
  let last = 0;
  if (length >= 4) last = words.getInt32(end - 4, true);
  else for (let at = start; at < end; at++) last = (last << 8) | words.getUint8(at);
  return Math.imul(last ^ Math.imul(length, 0x9e3779b1), 0x85ebca6b) >>> 24;
}

/** MurmurHash2 (Appleby, 2008), with the length as its seed. */
function hashOf(words: DataView, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word = Math.imul(words.getInt32(at, true), 0x5bd1e995);
    hash = Math.imul(hash, 0x5bd1e995) ^ Math.imul(word ^ (word >>> 24), 0x5bd1e995);
  }
  let rest = 0;
  for (; at < end; at++) rest = (rest << 8) | words.getUint8(at);
  hash = Math.imul(hash ^ rest, 0x5bd1e995);
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return hash ^ (hash >>> 15);
}

function wordsOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] >= 0x80) return false;
  return true;
}

function grownBytes(bytes: Uint8Array, atLeast: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(atLeast, bytes.length * 2));
  grown.set(bytes);
  return grown;
}

function grownInts(items: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(items.length * 2);
  grown.set(items);
  return grown;
}
