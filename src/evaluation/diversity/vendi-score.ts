import { symmetricEigenvalues } from '../../engine/models/gaussian-copula/symmetric-eigen';
import { distanceBelow, type PlacedRows, type RowSpace } from '../neighbours/row-space';

/**
 * Vendi score: exp of the von Neumann entropy of K / n, how many wholly different rows the rows amount to. Range 1 … n,
 * higher is more varied; 1.0: all rows are the same; n: no two have anything in common. 0 without rows. Source: Friedman &
 * Dieng, "The Vendi Score" (arXiv 2210.02410).
 * @param similarity n × n, symmetric, positive semidefinite, diagonal 1
 */
export function vendiScore(similarity: Float64Array, size: number): number {
  if (size === 0) return 0;
  let entropy = 0;
  for (const value of symmetricEigenvalues(similarity, size)) {
    const share = value / size;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.exp(entropy);
}

/** exp(−distance) of every two rows: positive semidefinite for the sum of the columns' gaps. */
export function similarities(space: RowSpace, rows: PlacedRows): Float64Array {
  const { count } = rows;
  const matrix = new Float64Array(count * count).fill(1);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const similarity = Math.exp(-distanceBelow(Infinity, space, rows, i, rows, j));
      matrix[i * count + j] = matrix[j * count + i] = similarity;
    }
  }
  return matrix;
}
