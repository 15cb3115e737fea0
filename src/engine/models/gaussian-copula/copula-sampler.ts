import type { RandomStream } from '../../random';
import { codeBelow } from '../code-counts';
import { drawAllowed } from '../draw-allowed';
import type { ChunkEvidence, Restriction } from '../evidence';
import type { RowSampler, TargetSink } from '../table-model';
import { normalCdf, normalQuantile } from './normal-distribution';
import type { NormalSteps } from './normal-scores';

/**
 * Draws correlated normals column by column, each from what is left of it given those before (the rows of Cholesky's
 * factor), and says into which step of the column they fall. Under evidence a column's codes are drawn in
 * proportion to their probability given the columns before, and the normal from within the step: the GHK simulator
 * (Geweke 1991; Hajivassiliou & McFadden 1998; Keane 1994), whose weights are exact.
 */
export class CopulaSampler implements RowSampler {
  readonly #columns: readonly Steps[];
  readonly #factor: Float64Array;

  /** @param factor lower triangular, columns × columns, row-major */
  constructor(columns: readonly Steps[], factor: Float64Array) {
    this.#columns = columns;
    this.#factor = factor;
  }

  draw(
    rows: number,
    random: RandomStream,
    sink: TargetSink,
    evidence: ChunkEvidence | null = null,
  ): Promise<void> {
    const size = this.#columns.length;
    /** What each column has of its own, column by column. */
    const own = new Float32Array(size * rows);
    const means = new Float64Array(rows);
    this.#columns.forEach((column, place) => {
      const weights = this.#factor.subarray(place * size, place * size + place + 1);
      addUp(own, weights, means);
      const restriction = evidence?.restrictionOf(column);
      const drawn = own.subarray(place * rows, (place + 1) * rows);
      const targets =
        evidence && restriction
          ? drawRestricted(column, { means, spread: weights[place] }, drawn, restriction, evidence, random)
          : drawFree(column, { means, spread: weights[place] }, drawn, random);
      sink.accept(column, targets);
    });
    return Promise.resolve();
  }

  dispose(): void {}
}

/** What drawing needs of a column's steps. */
type Steps = Pick<NormalSteps, 'index' | 'bounds'>;

/** A column's normal given those before: its mean in each row, and its standard deviation. */
interface Conditional {
  readonly means: Float64Array;
  readonly spread: number;
}

/** means = Σ weights[j] · own[j], over all weights but the last; four columns at a time, to read the sums less often. */
function addUp(own: Float32Array, weights: Float64Array, means: Float64Array): void {
  const rows = means.length;
  const before = weights.length - 1;
  means.fill(0);
  let column = 0;
  for (; column + 4 <= before; column += 4) {
    const [a, b, c, d] = weights.subarray(column, column + 4);
    const start = column * rows;
    for (let row = 0; row < rows; row++) {
      const place = start + row;
      means[row] +=
        a * own[place] + b * own[place + rows] + c * own[place + 2 * rows] + d * own[place + 3 * rows];
    }
  }
  for (; column < before; column++) {
    for (let row = 0; row < rows; row++) means[row] += weights[column] * own[column * rows + row];
  }
}

function drawFree(
  { bounds }: Steps,
  { means, spread }: Conditional,
  own: Float32Array,
  random: RandomStream,
): Int32Array {
  return Int32Array.from(means, (mean, row) => {
    own[row] = random.normal();
    return codeBelow(bounds, mean + spread * own[row]);
  });
}

function drawRestricted(
  { bounds }: Steps,
  { means, spread }: Conditional,
  own: Float32Array,
  restriction: Restriction,
  { weights }: ChunkEvidence,
  random: RandomStream,
): Int32Array {
  const shares = new Float64Array(bounds.length);
  return Int32Array.from(means, (mean, row) => {
    const edge = (code: number) => (code < 0 ? Number.NEGATIVE_INFINITY : (bounds[code] - mean) / spread);
    for (let code = 0; code < shares.length; code++) shares[code] = massBetween(edge(code - 1), edge(code));
    const code = drawAllowed(shares, restriction, weights, row, random);
    own[row] = normalBetween(edge(code - 1), edge(code), random.float());
    return code;
  });
}

/** P(low ≤ Z < high), exact in both tails. */
function massBetween(low: number, high: number): number {
  return low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low);
}

/** A standard normal between the bounds; where they hold nothing, the one that is nearer to 0. */
function normalBetween(low: number, high: number, uniform: number): number {
  if (low > 0) return -normalBetween(-high, -low, uniform);
  const from = normalCdf(low);
  const value = normalQuantile(from + uniform * (normalCdf(high) - from));
  return Math.min(Math.max(value, low, -38), high, 38);
}
