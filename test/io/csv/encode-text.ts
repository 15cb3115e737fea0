import type { Encoding } from '../../../src/io/csv/dialect';

const encoders = new Map<Encoding, ReadonlyMap<string, readonly number[]>>();

/** The text's bytes, in any encoding that the reader knows. Throws where a letter has none. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) return encodeWide(text, encoding === 'utf-16le');
  const letters = encoderOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((letter) => {
      const bytes = letters.get(letter);
      if (bytes === undefined) throw new Error(`${encoding} has no ${letter}.`);
      return bytes;
    }),
  );
}

export function canEncode(text: string, encoding: Encoding): boolean {
  if (encoding.startsWith('utf-')) return true;
  const letters = encoderOf(encoding);
  return Array.from(text).every((letter) => letters.has(letter));
}

function encodeWide(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return bytes;
}

/** The platform has decoders alone: every letter of one byte or two, by its bytes. */
function encoderOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const known = encoders.get(encoding);
  if (known !== undefined) return known;
  const letters = new Map<string, readonly number[]>();
  const add = (...bytes: number[]) => {
    const letter = decode(encoding, bytes);
    if (letter !== null && Array.from(letter).length === 1 && !letters.has(letter))
      letters.set(letter, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  encoders.set(encoding, letters);
  return letters;
}

/** Streamed: Node takes windows-1252 for ISO 8859-1 otherwise. */
function decode(encoding: Encoding, bytes: readonly number[]): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(bytes), { stream: true });
  } catch {
    return null;
  }
}
