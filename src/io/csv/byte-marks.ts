import { marking } from 'virtual:reading-kernels';
import { loadKernel, pageBytes } from '../load-kernel';

/**
 * Bit i % 32 of word i / 32 becomes 1 where byte i is one of `wanted` (one to five), else 0, for the first `length` bytes. What
 * comes after them in the last word is left open.
 */
export type FindMarks = (
  bytes: Uint8Array,
  length: number,
  wanted: readonly number[],
  marks: Int32Array,
) => void;

/** The kernel of `assembly/marks.ts`; addresses are bytes. */
type Kernel = (at: number, words: number, to: number, ...wanted: number[]) => void;

/** The most bytes that are told apart at once. */
const mostWanted = 5;

/** In plain JavaScript. */
export const plainFindMarks: FindMarks = (bytes, length, wanted, marks) => {
  const isWanted = new Uint8Array(256);
  for (const byte of wanted) isWanted[byte] = 1;
  for (let at = 0; at < length; at += 32) {
    const end = Math.min(at + 32, length);
    let bits = 0;
    for (let i = at; i < end; i++) bits |= isWanted[bytes[i]] << (i - at);
    marks[at >>> 5] = bits;
  }
};

/** By WebAssembly, 32 bytes at once; null where that, or its SIMD, must not run. */
export function kernelFindMarks(): FindMarks | null {
  const loaded = loadKernel(marking, 2);
  if (loaded === null) return null;
  const { exports, memory } = loaded;
  const kernel = exports['findMarks'] as Kernel;
  const found = new Int32Array(memory.buffer, 0, pageBytes / 32);
  const window = new Uint8Array(memory.buffer, pageBytes, pageBytes);
  return (bytes, length, wanted, marks) => {
    const five = Array.from({ length: mostWanted }, (_, i) => wanted[Math.min(i, wanted.length - 1)]);
    for (let start = 0; start < length; start += pageBytes) {
      const part = bytes.subarray(start, Math.min(start + pageBytes, length));
      window.set(part);
      const words = Math.ceil(part.length / 32);
      kernel(pageBytes, words, 0, ...five);
      marks.set(words === found.length ? found : found.subarray(0, words), start / 32);
    }
  };
}

let fastest: FindMarks | null = null;

/** The faster of the two that runs here. */
export function fastestFindMarks(): FindMarks {
  fastest ??= kernelFindMarks() ?? plainFindMarks;
  return fastest;
}
