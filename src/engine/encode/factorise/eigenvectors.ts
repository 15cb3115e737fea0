import { RandomStream } from '../../random';

export interface Eigenvector {
  readonly value: number;
  /** Of length 1. */
  readonly vector: Float64Array;
}

const rounds = 60;

/**
 * The leading eigenvectors of a symmetric matrix with no negative eigenvalues, by subspace iteration (Golub & Van Loan,
 * Matrix Computations, §8.2.4). Good to a few digits: enough to order by.
 * @param matrix row-major, size × size
 */
export function leadingEigenvectors(matrix: Float64Array, size: number, count: number): Eigenvector[] {
  const random = new RandomStream(1, 'eigenvectors');
  let vectors: Float64Array[] = Array.from({ length: Math.min(count, size) }, () =>
    Float64Array.from({ length: size }, () => random.normal()),
  );
  for (let round = 0; round < rounds; round++) {
    vectors = orthonormalise(vectors.map((vector) => multiply(matrix, vector)));
  }
  return vectors
    .map((vector) => ({ vector, value: dot(vector, multiply(matrix, vector)) }))
    .sort((a, b) => b.value - a.value);
}

/** Gram–Schmidt; vectors that add nothing are dropped. */
function orthonormalise(vectors: readonly Float64Array[]): Float64Array[] {
  const result: Float64Array[] = [];
  for (const vector of vectors) {
    const before = Math.sqrt(dot(vector, vector));
    for (const earlier of result) {
      const along = dot(vector, earlier);
      for (let i = 0; i < vector.length; i++) vector[i] -= along * earlier[i];
    }
    const length = Math.sqrt(dot(vector, vector));
    if (length > 1e-9 * before && length > 0) result.push(vector.map((value) => value / length));
  }
  return result;
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const product = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += matrix[row * size + i] * vector[i];
    product[row] = sum;
  }
  return product;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
