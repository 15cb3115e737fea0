/** Shrinking begins here where the estimate asks for none. */
const leastShrinkage = 1e-6;
/** Smallest square of a diagonal entry of the factor: less is a rounding error away from not being positive. */
const smallestPivot = 1e-9;

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
 * The lower triangular factor L with L Lᵀ = (1 − s) R + s I, where s is the shrinkage asked for, or, where that is not
 * positive definite, the first of its doublings that is (s = 1, no correlation, always is).
 * @param matrix R, a correlation matrix, d × d, row-major; left as it is
 */
export function shrunkFactor(matrix: Float64Array, size: number, shrinkage: number): Float64Array {
  for (let share = Math.max(leastShrinkage, shrinkage); share < 1; share *= 2) {
    const factor = cholesky(matrix, size, share);
    if (factor) return factor;
  }
  return cholesky(matrix, size, 1) as Float64Array;
}

/** Cholesky's factor of the shrunk matrix, row by row (Golub & Van Loan, Matrix Computations, § 4.2); null: there is none. */
function cholesky(matrix: Float64Array, size: number, shrinkage: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const rest = (1 - shrinkage) * matrix[i * size + j] - dot(factor, i * size, j * size, j);
      factor[i * size + j] = rest / factor[j * size + j];
    }
    const pivot = 1 - dot(factor, i * size, i * size, i);
    if (!(pivot > smallestPivot)) return null;
    factor[i * size + i] = Math.sqrt(pivot);
  }
  return factor;
}

function dot(values: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[a + i] * values[b + i];
  return sum;
}
