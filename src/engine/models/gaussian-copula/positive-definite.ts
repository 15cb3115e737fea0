import { symmetricEigen } from './symmetric-eigen';

/** Correlations are shrunk by so much at least: equal columns would leave nothing to divide by. */
const leastShrinkage = 1e-6;
/** Smallest square of a diagonal entry of the factor: less is a rounding error away from not being positive. */
const smallestPivot = 1e-9;
/** Eigenvalues below this are raised to it. */
const smallestEigenvalue = 1e-4;

/**
 * The share by which correlations from so many rows are best shrunk towards 0, in [0, 1]: the summed sampling variances,
 * (1 − r²)² / (n − 1) each, over the summed squares (Schäfer & Strimmer, "A shrinkage approach to large-scale covariance
 * matrix estimation", 2005, target D for correlations, with the asymptotic variance of r). Next to 0 for many rows;
 * considerable where there are more columns than rows.
 * @param matrix d × d, row-major
 */
export function shrinkageFor(matrix: Float64Array, size: number, rows: number): number {
  let variances = 0;
  let squares = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const square = matrix[i * size + j] ** 2;
      squares += square;
      variances += (1 - square) ** 2 / Math.max(1, rows - 1);
    }
  }
  return squares > 0 ? Math.min(1, variances / squares) : 0;
}

/**
 * The lower triangular factor L with L Lᵀ = (1 − s) R + s I, s being the shrinkage; where that is not positive definite,
 * of the correlation matrix that raising its eigenvalues leaves (raiseEigenvalues).
 * @param matrix R, symmetric with ones on the diagonal, d × d, row-major; left as it is
 */
export function correlationFactor(matrix: Float64Array, size: number, shrinkage: number): Float64Array {
  const kept = 1 - Math.max(leastShrinkage, shrinkage);
  const shrunk = matrix.map((value, place) => (place % (size + 1) === 0 ? 1 : kept * value));
  const factor = cholesky(shrunk, size) ?? cholesky(raiseEigenvalues(shrunk, size), size);
  if (!factor) throw new Error('The correlations could not be made positive definite.');
  return factor;
}

/**
 * The spectral decomposition method (Rebonato & Jäckel, "The most general methodology to create a valid correlation
 * matrix", 1999): eigenvalues that are too small are raised, and rows and columns scaled until the diagonal is 1 again. Near the
 * nearest correlation matrix (Higham 2002), at a fraction of the work. A new matrix.
 */
export function raiseEigenvalues(matrix: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, size);
  const raised = matrix.slice();
  values.forEach((value, which) => {
    const missing = smallestEigenvalue - value;
    if (missing > 0) addSquare(raised, vectors.subarray(which * size, (which + 1) * size), missing);
  });
  const scale = Float64Array.from({ length: size }, (_, i) => 1 / Math.sqrt(raised[i * size + i]));
  return raised.map((value, place) => value * scale[Math.floor(place / size)] * scale[place % size]);
}

/** matrix += weight · v vᵀ */
function addSquare(matrix: Float64Array, vector: Float64Array, weight: number): void {
  const size = vector.length;
  for (let i = 0; i < size; i++) {
    const scaled = weight * vector[i];
    for (let j = 0; j < size; j++) matrix[i * size + j] += scaled * vector[j];
  }
}

/** Cholesky's factor, row by row (Golub & Van Loan, Matrix Computations, § 4.2); null: there is none. */
function cholesky(matrix: Float64Array, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const rest = matrix[i * size + j] - dot(factor, i * size, j * size, j);
      factor[i * size + j] = rest / factor[j * size + j];
    }
    const pivot = matrix[i * size + i] - dot(factor, i * size, i * size, i);
    if (!(pivot > smallestPivot)) return null;
    factor[i * size + i] = Math.sqrt(pivot);
  }
  return factor;
}

/** In four sums, which a processor adds up at the same time. */
function dot(values: Float64Array, a: number, b: number, length: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    first += values[a + i] * values[b + i];
    second += values[a + i + 1] * values[b + i + 1];
    third += values[a + i + 2] * values[b + i + 2];
    fourth += values[a + i + 3] * values[b + i + 3];
  }
  for (; i < length; i++) first += values[a + i] * values[b + i];
  return first + second + third + fourth;
}
