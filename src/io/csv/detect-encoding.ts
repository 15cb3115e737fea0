import type { Encoding } from './dialect';
import type { LegacyEncoding } from './latin-encoding';
import { detectLegacyEncoding } from './legacy-encoding';

export interface EncodingFound extends LegacyEncoding {
  readonly hasByteOrderMark: boolean;
}

/**
 * The encoding of a file by its first bytes: a byte-order mark; else zeros in every second byte (UTF-16
 * of mostly Latin text); else UTF-8 when the bytes are that; else one of the older ones (legacy-encoding.ts).
 */
export function detectEncoding(sample: Uint8Array, isWhole: boolean, chosen?: Encoding): EncodingFound {
  const marked = markedEncoding(sample);
  if (chosen !== undefined) return { ...certainly(chosen), hasByteOrderMark: marked === chosen };
  if (marked !== null) return { ...certainly(marked), hasByteOrderMark: true };
  const wide = wideEncoding(sample);
  const found = wide === null ? narrowEncoding(sample, isWhole) : certainly(wide);
  return { ...found, hasByteOrderMark: false };
}

function certainly(encoding: Encoding): LegacyEncoding {
  return { encoding, isGuess: false };
}

function markedEncoding(sample: Uint8Array): Encoding | null {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8';
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  return null;
}

function wideEncoding(sample: Uint8Array): Encoding | null {
  const pairs = Math.floor(Math.min(sample.length, 1 << 16) / 2);
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (sample[i] === 0) zeros[i & 1]++;
  const [even, odd] = zeros;
  if (pairs === 0 || Math.max(even, odd) < pairs * 0.4 || Math.min(even, odd) > pairs * 0.05) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function narrowEncoding(sample: Uint8Array, isWhole: boolean): LegacyEncoding {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !isWhole });
    return certainly('utf-8');
  } catch {
    return mostlyUtf8(sample) ? certainly('utf-8') : detectLegacyEncoding(sample);
  }
}

/** True when most of the bytes beyond ASCII stand in valid UTF-8 sequences: a few bad cells do not change the file's encoding. */
function mostlyUtf8(sample: Uint8Array): boolean {
  let valid = 0;
  let beyondAscii = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] < 0x80) continue;
    const length = sequenceLength(sample, at);
    beyondAscii++;
    if (length === 0) continue;
    valid++;
    at += length - 1;
  }
  return valid > beyondAscii * 0.8;
}

/** Length of the multi-byte UTF-8 sequence at `at`; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (lead >= 0xf5) return 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i] & 0xc0) !== 0x80) return 0;
  return length;
}
