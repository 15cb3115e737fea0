import { dot, leadingEigenvectors } from './eigenvectors';

/** Points in few dimensions, one per code: codes that go with the same values of other columns lie close together. */
export interface CodePoints {
  readonly dimensions: number;
  /** Row-major, codes × dimensions. */
  readonly coordinates: Float64Array;
  /** Rows that hold each code. */
  readonly weights: Float64Array;
}

/**
 * The direction in which the codes, weighted by rows, spread most about the middles of their groups; of the two signs
 * the one that agrees with the first axis. Null where there are no dimensions.
 */
export function principalDirection(points: CodePoints, groups: readonly Int32Array[]): Float64Array | null {
  const { dimensions, coordinates, weights } = points;
  const spread = new Float64Array(dimensions * dimensions);
  const offset = new Float64Array(dimensions);
  for (const codes of groups) {
    const middle = middleOf(points, codes);
    for (const code of codes) {
      const start = code * dimensions;
      for (let i = 0; i < dimensions; i++) offset[i] = coordinates[start + i] - middle[i];
      for (let i = 0; i < dimensions; i++) {
        const weighted = weights[code] * offset[i];
        for (let j = 0; j <= i; j++) spread[i * dimensions + j] += weighted * offset[j];
      }
    }
  }
  for (let i = 0; i < dimensions; i++) {
    for (let j = 0; j < i; j++) spread[j * dimensions + i] = spread[i * dimensions + j];
  }
  const principal = leadingEigenvectors(spread, dimensions, 1).at(0);
  if (!principal) return null;
  return principal.vector[0] < 0 ? principal.vector.map((value) => -value) : principal.vector;
}

/** The codes' places along a direction; all 0 where there is none. */
export function placesAlong(
  points: CodePoints,
  codes: Int32Array,
  direction: Float64Array | null,
): Float64Array {
  return Float64Array.from(codes, (code) => (direction ? dot(pointOf(points, code), direction) : 0));
}

function pointOf({ dimensions, coordinates }: CodePoints, code: number): Float64Array {
  return coordinates.subarray(code * dimensions, (code + 1) * dimensions);
}

function middleOf(points: CodePoints, codes: Int32Array): Float64Array {
  const middle = new Float64Array(points.dimensions);
  let total = 0;
  for (const code of codes) {
    const weight = points.weights[code];
    total += weight;
    pointOf(points, code).forEach((place, axis) => (middle[axis] += weight * place));
  }
  return total > 0 ? middle.map((sum) => sum / total) : middle;
}
