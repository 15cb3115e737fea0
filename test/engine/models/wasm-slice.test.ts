import { slice, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareTestBackend } from './backends';

describe('the repaired slice on wasm', () => {
  beforeAll(() => prepareTestBackend('wasm'));

  it('cuts any piece out of a matrix', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        fc.nat(),
        async (rows, columns, a, b) => {
          const values = Float32Array.from({ length: rows * columns }, (_, i) => i);
          const [row, column] = [a % rows, b % columns];
          const [height, width] = [1 + (b % (rows - row)), 1 + (a % (columns - column))];
          const piece = await slice(tensor2d(values, [rows, columns]), [row, column], [height, width]).data();
          const expected = Array.from(
            { length: height * width },
            (_, i) => values[(row + Math.floor(i / width)) * columns + column + (i % width)],
          );
          expect([...piece]).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves other tensors to the stock kernel', async () => {
    expect([...(await slice(tensor1d([1, 2, 3, 4]), [1], [2]).data())]).toEqual([2, 3]);
    expect([...(await slice(tensor2d([1, 2, 3, 4], [2, 2], 'int32'), [1, 0], [1, 2]).data())]).toEqual([
      3, 4,
    ]);
  });
});
