import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correlationFactor,
  raiseEigenvalues,
  shrinkageFor,
} from '../../../src/engine/models/gaussian-copula/positive-definite';

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

describe('correlationFactor', () => {
  it('leaves a positive definite matrix as it is, to a millionth', () => {
    const matrix = Float64Array.of(1, 0.8, -0.3, 0.8, 1, 0.1, -0.3, 0.1, 1);
    const again = square(correlationFactor(matrix, 3, 0), 3);
    again.forEach((value, place) => expect(Math.abs(value - matrix[place])).toBeLessThan(2e-6));
  });

  it('keeps equal columns together', () => {
    const again = square(correlationFactor(Float64Array.of(1, 1, 1, 1), 2, 0), 2);
    expect(again[1]).toBeGreaterThan(0.9999);
  });

  it('scales what correlates by the share asked for', () => {
    const again = square(correlationFactor(Float64Array.of(1, 0.6, 0.6, 1), 2, 0.25), 2);
    expect(again[1]).toBeCloseTo(0.45, 12);
  });

  it('finds a correlation matrix for whatever it is given', () => {
    fc.assert(
      fc.property(anyMatrix, fc.double({ min: 0, max: 1, noNaN: true }), ({ size, matrix }, shrinkage) => {
        const factor = correlationFactor(matrix, size, shrinkage);
        const again = square(factor, size);
        for (let i = 0; i < size; i++) {
          expect(Math.abs(again[i * size + i] - 1)).toBeLessThan(1e-9);
          expect(factor[i * size + i]).toBeGreaterThan(0);
          for (let j = i + 1; j < size; j++) expect(factor[i * size + j]).toBe(0);
        }
      }),
    );
  });
});

describe('raiseEigenvalues', () => {
  it('mends Higham’s example as NumPy does by the same method', () => {
    const mended = raiseEigenvalues(Float64Array.of(1, 1, 0, 1, 1, 1, 0, 1, 1), 3);
    const expected = [1, 0.73948483, 0.09385685, 0.73948483, 1, 0.73948483, 0.09385685, 0.73948483, 1];
    expected.forEach((value, place) => expect(Math.abs(mended[place] - value)).toBeLessThan(1e-8));
  });

  it('changes nothing of a matrix whose eigenvalues are large enough', () => {
    const matrix = Float64Array.of(1, 0.5, 0.5, 1);
    expect(raiseEigenvalues(matrix, 2)).toEqual(matrix);
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
