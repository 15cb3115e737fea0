import type { Encoding } from './dialect';
import { detectLatinEncoding, type LegacyEncoding } from './latin-encoding';

/** An encoding of letters beyond Western European ones, and how much of a text in it looks as such texts do: 0 … 1. */
interface Script {
  readonly encoding: Encoding;
  readonly likeness: (bytes: Uint8Array) => number;
  /** One byte a letter: whole words are beyond ASCII. */
  readonly inRuns?: boolean;
}

const mostBytes = 1 << 16;
const leastLikeness = 0.7;
/** Fewer different bytes beyond ASCII are a filler or a few signs, and no text. */
const leastVariety = 6;

/**
 * Most telling first: Japanese and Korean by their own letters, of which Chinese texts have hardly any; Chinese by where
 * common characters stand; Greek by its accented small letters, Cyrillic by small letters at all.
 */
const scripts: readonly Script[] = [
  {
    encoding: 'shift_jis',
    likeness: (bytes) =>
      countDifferent(bytes, 0x81, 0x9f) < leastVariety
        ? 0
        : Math.max(
            4 * shareOfText(bytes, 'shift_jis', kana),
            shareOfPairs(bytes, 'shift_jis', [0x81, 0x9f], 0x40),
          ),
  },
  { encoding: 'euc-jp', likeness: (bytes) => 4 * shareOfText(bytes, 'euc-jp', kana) },
  { encoding: 'euc-kr', likeness: (bytes) => (shareOfText(bytes, 'euc-kr', hangul) >= 0.9 ? 1 : 0) },
  { encoding: 'gb18030', likeness: (bytes) => shareOfPairs(bytes, 'gb18030', [0xb0, 0xd7], 0xa1) },
  { encoding: 'big5', likeness: (bytes) => shareOfPairs(bytes, 'big5', [0xa4, 0xc6], 0x40) },
  {
    encoding: 'windows-1253',
    inRuns: true,
    likeness: (bytes) => (shareIn(bytes, 0xdc, 0xdf) + shareIn(bytes, 0xfc, 0xfe) >= 0.08 ? 1 : 0),
  },
  { encoding: 'windows-1251', inRuns: true, likeness: (bytes) => shareIn(bytes, 0xe0, 0xff) },
  { encoding: 'koi8-r', inRuns: true, likeness: (bytes) => shareIn(bytes, 0xc0, 0xdf) },
];

/** Kana of full width, and of half width in words: single ones are what other encodings look like. */
const kana = /[\u3041-\u30ff]|(?<=[\uff66-\uff9f]{3})[\uff66-\uff9f]/gu;
const hangul = /[\uac00-\ud7a3]/gu;
const beyondAscii = /[\u0080-\u{10ffff}]/gu;

/**
 * The encoding of bytes that are no UTF-8: a Latin one unless most bytes beyond ASCII stand in runs, as they do in
 * scripts that are not Latin (or are control characters there), and the text they make looks like one of these.
 */
export function detectLegacyEncoding(sample: Uint8Array): LegacyEncoding {
  const bytes = sample.subarray(0, mostBytes);
  const areRuns = shareInRuns(bytes) >= 0.6;
  const isLatin = !areRuns && countDifferent(bytes, 0x81, 0x9f) < leastVariety;
  if (isLatin || countDifferent(bytes, 0x80, 0xff) < leastVariety) return detectLatinEncoding(bytes);
  let best: Encoding | null = null;
  let bestLikeness = leastLikeness;
  for (const { encoding, likeness, inRuns } of scripts) {
    if (inRuns && !areRuns) continue;
    const found = Math.min(1, likeness(bytes));
    if (found > bestLikeness) {
      best = encoding;
      bestLikeness = found;
    }
  }
  return best === null ? detectLatinEncoding(bytes) : { encoding: best, isGuess: false };
}

function countDifferent(bytes: Uint8Array, from: number, to: number): number {
  return new Set(bytes.filter((byte) => byte >= from && byte <= to)).size;
}

/** Of the bytes beyond ASCII, those with a neighbour beyond ASCII. */
function shareInRuns(bytes: Uint8Array): number {
  let all = 0;
  let inRuns = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue;
    all++;
    if (bytes[i - 1] >= 0x80 || bytes[i + 1] >= 0x80) inRuns++;
  }
  return all === 0 ? 0 : inRuns / all;
}

/** Of the characters beyond ASCII, those that the pattern finds; 0 where the bytes are not of the encoding. */
function shareOfText(bytes: Uint8Array, encoding: Encoding, pattern: RegExp): number {
  const text = decodeFatally(bytes, encoding);
  if (text === null) return 0;
  return countMatches(text, pattern) / Math.max(1, countMatches(text, beyondAscii));
}

/** Of the two-byte characters, those whose lead is one of the common ones. */
function shareOfPairs(
  bytes: Uint8Array,
  encoding: Encoding,
  [from, to]: readonly [number, number],
  leastTrail: number,
): number {
  if (decodeFatally(bytes, encoding) === null) return 0;
  let pairs = 0;
  let common = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    if (bytes[i] < 0x80) continue;
    pairs++;
    if (bytes[i] >= from && bytes[i] <= to && bytes[i + 1] >= leastTrail) common++;
    i++;
  }
  return common / Math.max(1, pairs);
}

/** Of the bytes beyond ASCII, those of the range. */
function shareIn(bytes: Uint8Array, from: number, to: number): number {
  let all = 0;
  let within = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    all++;
    if (byte >= from && byte <= to) within++;
  }
  return within / Math.max(1, all);
}

/** Null where the bytes are no text of the encoding; a character cut by the sample's end is none. */
function decodeFatally(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
