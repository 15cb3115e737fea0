import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/engine/models/gaussian-copula/symmetric-eigen';

const anySymmetric = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc
    .array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -5, max: 5, noNaN: true })), {
      minLength: size * size,
      maxLength: size * size,
    })
    .map((values) => ({
      size,
      matrix: Float64Array.from(values, (_, place) => {
        const [i, j] = [Math.floor(place / size), place % size];
        return values[Math.max(i, j) * size + Math.min(i, j)];
      }),
    })),
);

describe('symmetricEigen', () => {
  it('gives the eigenvalues that are known', () => {
    const { values } = symmetricEigen(Float64Array.of(2, 1, 0, 1, 2, 1, 0, 1, 2), 3);
    const known = [2 - Math.SQRT2, 2, 2 + Math.SQRT2];
    [...values].sort((a, b) => a - b).forEach((value, i) => expect(value).toBeCloseTo(known[i], 12));
  });

  it('gives orthonormal vectors that the matrix only stretches, whatever the matrix', () => {
    fc.assert(
      fc.property(anySymmetric, ({ size, matrix }) => {
        const { values, vectors } = symmetricEigen(matrix, size);
        const row = (i: number) => vectors.subarray(i * size, (i + 1) * size);
        const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j <= i; j++)
            expect(Math.abs(dot(row(i), row(j)) - (i === j ? 1 : 0))).toBeLessThan(1e-9);
          for (let j = 0; j < size; j++) {
            const image = dot(matrix.subarray(j * size, (j + 1) * size), row(i));
            expect(Math.abs(image - values[i] * row(i)[j])).toBeLessThan(1e-9);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
