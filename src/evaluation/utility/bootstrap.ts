import type { RandomStream } from '../../engine/random';
import type { Figure, Interval } from '../evidence';

/** A figure of some rows, each counted as often as `weights` says (one entry per row of the whole sample). */
export type Statistic = (weights: Uint8Array) => number;

/** Resamples that an interval is made from, and of those that must have had a value. */
const replicates = 200;
const fewestDefined = 50;

/** What one statistic came to: of the rows themselves, then of each resample. */
export interface Resampled {
  readonly value: number;
  readonly replicates: Float64Array;
}

/**
 * Computes statistics of `rows` rows and of 200 samples of as many drawn with replacement, all of the same draws, so that
 * differences of them are paired. Source: Efron, "Bootstrap methods: another look at the jackknife" (1979).
 */
export async function bootstrap(
  rows: number,
  statistics: readonly Statistic[],
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<Resampled[]> {
  const weights = new Uint8Array(rows).fill(1);
  const results = statistics.map((statistic) => ({
    value: statistic(weights),
    replicates: new Float64Array(replicates),
  }));
  for (let draw = 0; draw < replicates; draw++) {
    drawWeights(weights, random);
    for (let i = 0; i < statistics.length; i++) {
      results[i].replicates[draw] = statistics[i](weights);
      if (i % 64 === 63) await yieldControl();
    }
    await yieldControl();
  }
  return results;
}

/** A figure that is computed from others, in every resample. */
export function combine(
  parts: readonly Resampled[],
  formula: (...values: readonly number[]) => number,
): Resampled {
  const draws = parts[0].replicates.length;
  return {
    value: formula(...parts.map(({ value }) => value)),
    replicates: Float64Array.from({ length: draws }, (_, draw) =>
      formula(...parts.map((part) => part.replicates[draw])),
    ),
  };
}

/** The value with the 2.5th and 97.5th percentile of its resamples; no interval where too few of them had a value. */
export function figureOf({ value, replicates: drawn }: Resampled): Figure {
  return { value, interval: Number.isNaN(value) ? null : percentiles(drawn, 0.025) };
}

/** The percentiles `tail` and 1 − `tail`, interpolated as numpy does; null of fewer than 50 values. */
export function percentiles(values: Float64Array, tail: number): Interval | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length < fewestDefined) return null;
  return { low: interpolate(sorted, tail), high: interpolate(sorted, 1 - tail) };
}

function interpolate(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

function drawWeights(weights: Uint8Array, random: RandomStream): void {
  weights.fill(0);
  for (let i = 0; i < weights.length; i++) {
    const row = random.int(weights.length);
    if (weights[row] < 255) weights[row]++;
  }
}
