import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FindMarks, kernelFindMarks, plainFindMarks } from '../../../src/io/csv/byte-marks';

/** The places marked among the first `length` bytes. */
function places(find: FindMarks, bytes: Uint8Array, length: number, wanted: readonly number[]): number[] {
  const marks = new Int32Array(Math.ceil(length / 32)).fill(-1);
  find(bytes, length, wanted, marks);
  return Array.from({ length }, (_, i) => i).filter((i) => ((marks[i >>> 5] >>> (i & 31)) & 1) === 1);
}

const texts = fc.uint8Array({ maxLength: 300 });
const wantedBytes = fc.array(fc.nat(255), { minLength: 1, maxLength: 5 });

describe.each([
  ['WebAssembly', kernelFindMarks()],
  ['plain JavaScript', plainFindMarks],
])('the marks found by %s', (_, find) => {
  it('are the bytes wanted, and no others', () => {
    fc.assert(
      fc.property(texts, wantedBytes, fc.nat(300), (bytes, wanted, most) => {
        const length = Math.min(most, bytes.length);
        const expected = Array.from({ length }, (_, i) => i).filter((i) => wanted.includes(bytes[i]));
        expect(find && places(find, bytes, length, wanted)).toEqual(expected);
      }),
    );
  });

  it('are found in texts longer than the memory of the kernel', () => {
    const bytes = Uint8Array.from({ length: 200_001 }, (_, i) => Math.imul(i, 2654435761) >>> 24);
    const expected = Array.from(bytes.keys()).filter((i) => bytes[i] === 10 || bytes[i] === 44);
    expect(find && places(find, bytes, bytes.length, [10, 44])).toEqual(expected);
  });
});
