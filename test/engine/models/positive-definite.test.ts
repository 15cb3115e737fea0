import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrinkageFor, shrunkFactor } from '../../../src/engine/models/gaussian-copula/positive-definite';

/** L Lᵀ, row-major. */
function square(factor: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, place) => {
    const [i, j] = [Math.floor(place / size), place % size];
    let sum = 0;
    for (let k = 0; k < size; k++) sum += factor[i * size + k] * factor[j * size + k];
    return sum;
  });
}

/** Any symmetric matrix with ones on the diagonal: a correlation matrix or none. */
const anyMatrix = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size * size, maxLength: size * size })
    .map((values) => ({
      size,
      matrix: Float64Array.from(values, (_, place) => {
        const [i, j] = [Math.floor(place / size), place % size];
        return i === j ? 1 : values[Math.max(i, j) * size + Math.min(i, j)];
      }),
    })),
);

describe('shrunkFactor', () => {
  it('leaves a positive definite matrix as it is, to a millionth', () => {
    const matrix = Float64Array.of(1, 0.8, -0.3, 0.8, 1, 0.1, -0.3, 0.1, 1);
    const again = square(shrunkFactor(matrix, 3, 0), 3);
    again.forEach((value, place) => expect(Math.abs(value - matrix[place])).toBeLessThan(2e-6));
  });

  it('keeps equal columns together', () => {
    const again = square(shrunkFactor(Float64Array.of(1, 1, 1, 1), 2, 0), 2);
    expect(again[1]).toBeGreaterThan(0.99999);
  });

  it('scales what correlates by one share, and finds one for whatever matrix', () => {
    fc.assert(
      fc.property(anyMatrix, fc.double({ min: 0, max: 1, noNaN: true }), ({ size, matrix }, shrinkage) => {
        const again = square(shrunkFactor(matrix, size, shrinkage), size);
        const away = [...matrix.keys()].filter((place) => place % (size + 1) !== 0);
        const strongest = away.sort((a, b) => Math.abs(matrix[b]) - Math.abs(matrix[a])).at(0);
        const kept = strongest && matrix[strongest] !== 0 ? again[strongest] / matrix[strongest] : 0;
        expect(kept).toBeLessThanOrEqual(1 - shrinkage + 1e-6);
        for (const place of away) expect(Math.abs(again[place] - kept * matrix[place])).toBeLessThan(1e-6);
        for (let i = 0; i < size; i++) expect(Math.abs(again[i * size + i] - 1)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('shrinkageFor', () => {
  const matrix = Float64Array.of(1, 0.5, 0.1, 0.5, 1, -0.2, 0.1, -0.2, 1);

  it('is the estimate that its formula gives by hand', () => {
    const squares = [0.25, 0.01, 0.04];
    const variances = squares.reduce((sum, one) => sum + (1 - one) ** 2 / 99, 0);
    expect(shrinkageFor(matrix, 3, 100)).toBeCloseTo(variances / 0.3, 12);
  });

  it('falls as rows come in, and never leaves 0 to 1', () => {
    fc.assert(
      fc.property(anyMatrix, fc.integer({ min: 2, max: 1e6 }), ({ size, matrix: any }, rows) => {
        const share = shrinkageFor(any, size, rows);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(shrinkageFor(any, size, 2 * rows)).toBeLessThanOrEqual(share);
      }),
    );
  });
});
