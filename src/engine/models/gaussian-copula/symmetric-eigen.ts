/** Eigenvalues in no particular order; row i of the vectors belongs to value i, all of length 1. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** A symmetric matrix with nothing beside the diagonal and its neighbours. */
interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Entry i stands between i and i + 1; the last is 0. */
  readonly beside: Float64Array;
}

/** What is smaller counts as 0: its square would lose its digits. */
const smallest = 1e-140;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix: Householder's reduction to three diagonals, then implicit QL
 * (Bowdler, Martin, Reinsch & Wilkinson 1968, tred2 and tql2; Golub & Van Loan, Matrix Computations, § 8.3). About
 * 10 n³ operations.
 * @param matrix n × n, row-major; left as it is
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const reflectors = matrix.slice();
  const { diagonal, beside } = reduce(reflectors, size);
  const vectors = multiplyReflectors(reflectors, size);
  turnAway(diagonal, beside, vectors);
  return { values: diagonal, vectors };
}

/** The eigenvalues alone, in no particular order, in about a sixth of the time. */
export function symmetricEigenvalues(matrix: Float64Array, size: number): Float64Array {
  const { diagonal, beside } = reduce(matrix.slice(), size);
  turnAway(diagonal, beside, null);
  return diagonal;
}

/** Turns what stands beside the diagonal to 0, and the vectors' rows along where there are any. */
function turnAway(diagonal: Float64Array, beside: Float64Array, vectors: Float64Array | null): void {
  const size = diagonal.length;
  let shift = 0;
  let scale = 0;
  for (let first = 0; first < size; first++) {
    scale = Math.max(scale, Math.abs(diagonal[first]) + Math.abs(beside[first]));
    const negligible = Math.max(scale * Number.EPSILON, smallest);
    let last = first;
    while (last < size - 1 && Math.abs(beside[last]) > negligible) last++;
    while (last > first && Math.abs(beside[first]) > negligible) {
      shift += moveOrigin(diagonal, beside, first);
      sweep(diagonal, beside, vectors, first, last);
    }
    diagonal[first] += shift;
    beside[first] = 0;
  }
}

/** Householder's reflections, one for each row; they take the matrix's place. */
function reduce(matrix: Float64Array, size: number): Tridiagonal {
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    diagonal[row] = matrix[row * size + row];
    if (row >= size - 2) continue;
    const vector = matrix.subarray(row * size + row + 1, (row + 1) * size);
    beside[row] = makeReflector(vector);
    reflectBothSides(matrix, size, row + 1, vector);
  }
  if (size > 1) beside[size - 2] = matrix[(size - 2) * size + size - 1];
  return { diagonal, beside };
}

/** Puts in the vector's place the unit vector v for which I − 2 v vᵀ turns it onto the first axis; where it comes to lie there. */
function makeReflector(vector: Float64Array): number {
  const length = Math.sqrt(dot(vector, vector));
  if (length < smallest) {
    vector.fill(0);
    return 0;
  }
  const end = vector[0] > 0 ? -length : length;
  vector[0] -= end;
  const norm = Math.sqrt(dot(vector, vector));
  for (let i = 0; i < vector.length; i++) vector[i] /= norm;
  return end;
}

/** B − 2 v wᵀ − 2 w vᵀ of the lower right block B that begins at `start`, with w = B v − (vᵀ B v) v. */
function reflectBothSides(matrix: Float64Array, size: number, start: number, vector: Float64Array): void {
  const blockRow = (row: number) => matrix.subarray((start + row) * size + start, (start + row + 1) * size);
  const other = vector.map((_, row) => dot(blockRow(row), vector));
  const overlap = dot(vector, other);
  for (let i = 0; i < other.length; i++) other[i] -= overlap * vector[i];
  for (let row = 0; row < vector.length; row++) {
    const own = blockRow(row);
    const [a, b] = [2 * vector[row], 2 * other[row]];
    for (let i = 0; i < own.length; i++) own[i] -= a * other[i] + b * vector[i];
  }
}

/** The product of the reflections, the last one first; each vector lies right of the diagonal in its row. */
function multiplyReflectors(reflectors: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row++) product[row * size + row] = 1;
  for (let step = size - 3; step >= 0; step--) {
    const vector = reflectors.subarray(step * size + step + 1, (step + 1) * size);
    for (let row = step + 1; row < size; row++) {
      const own = product.subarray(row * size + step + 1, (row + 1) * size);
      const twice = 2 * dot(own, vector);
      for (let i = 0; i < own.length; i++) own[i] -= twice * vector[i];
    }
  }
  return product;
}

/** Subtracts from the rest of the diagonal the eigenvalue of its upper 2 × 2 block that is closer to its first entry. */
function moveOrigin(diagonal: Float64Array, beside: Float64Array, first: number): number {
  const value = diagonal[first];
  const half = (diagonal[first + 1] - value) / (2 * beside[first]);
  const root = half + (half < 0 ? -1 : 1) * Math.hypot(half, 1);
  diagonal[first] = beside[first] / root;
  diagonal[first + 1] = beside[first] * root;
  const shift = value - diagonal[first];
  for (let i = first + 2; i < diagonal.length; i++) diagonal[i] -= shift;
  return shift;
}

/** One implicit QL step between two places, with its rotations of the vectors' rows. */
function sweep(
  diagonal: Float64Array,
  beside: Float64Array,
  vectors: Float64Array | null,
  first: number,
  last: number,
): void {
  const size = diagonal.length;
  const [next, nextBeside] = [diagonal[first + 1], beside[first + 1]];
  let pivot = diagonal[last];
  let [cosine, cosineBefore, cosineTwoBefore] = [1, 1, 1];
  let [sine, sineBefore] = [0, 0];
  for (let i = last - 1; i >= first; i--) {
    [cosineTwoBefore, cosineBefore, sineBefore] = [cosineBefore, cosine, sine];
    const across = cosine * beside[i];
    const along = cosine * pivot;
    const radius = Math.hypot(pivot, beside[i]);
    beside[i + 1] = sine * radius;
    sine = beside[i] / radius;
    cosine = pivot / radius;
    pivot = cosine * diagonal[i] - sine * across;
    diagonal[i + 1] = along + sine * (cosine * across + sine * diagonal[i]);
    if (vectors) rotateRows(vectors, i * size, size, cosine, sine);
  }
  pivot = (-sine * sineBefore * cosineTwoBefore * nextBeside * beside[first]) / next;
  beside[first] = sine * pivot;
  diagonal[first] = cosine * pivot;
}

/** Turns the row that begins at `start` and the one after it. */
function rotateRows(rows: Float64Array, start: number, size: number, cosine: number, sine: number): void {
  for (let i = start; i < start + size; i++) {
    const lower = rows[i + size];
    rows[i + size] = sine * rows[i] + cosine * lower;
    rows[i] = cosine * rows[i] - sine * lower;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let [even, odd] = [0, 0];
  let i = 0;
  for (; i + 2 <= a.length; i += 2) {
    even += a[i] * b[i];
    odd += a[i + 1] * b[i + 1];
  }
  return i < a.length ? even + odd + a[i] * b[i] : even + odd;
}
