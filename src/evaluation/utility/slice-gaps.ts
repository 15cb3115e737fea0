import { normalQuantile } from '../../engine/models/gaussian-copula/normal-distribution';
import type { RandomStream } from '../../engine/random';
import type { AlignedColumn } from '../align-tables';
import type { Figure } from '../evidence';
import { bootstrap, combine, figureOf, type Resampled, type Statistic } from './bootstrap';
import { cutGroups, type GroupLabel } from './cut-groups';
import type { Predictors } from './fit-predictors';
import { predictionScore } from './prediction-score';

/** Slices of a column at most: the most frequent. */
export const mostSlices = 8;

/** Held-out rows that have one column's category, or range, in common, and how well each model predicts them. */
interface SliceScores {
  readonly column: string;
  readonly label: GroupLabel;
  readonly rows: number;
  readonly real: Figure;
  readonly synthetic: Figure;
  /** What learning from synthetic rows costs there. */
  readonly gap: Figure;
}

/** The slice where the loss is surest, with an interval that holds for all slices at once. */
interface WorstSlice {
  readonly slice: number;
  readonly gap: Figure;
}

export interface SliceGaps {
  readonly slices: readonly SliceScores[];
  readonly worst: WorstSlice | null;
  /** The same of two models that both learnt from real rows; null where there is no second. */
  readonly ruler: WorstSlice | null;
}

/**
 * Scores every model within each slice of the columns that has so many held-out rows, on the same resamples of them.
 */
export async function measureSlices(
  predictors: Predictors,
  columns: readonly AlignedColumn[],
  fewestRows: number,
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<SliceGaps> {
  const { real, synthetic, again } = predictors.boosted;
  const models = again ? [real, synthetic, again] : [real, synthetic];
  const cut: Slice[] = [];
  const statistics: Statistic[] = [];
  const places = placesOf(predictors.testRows);
  for (const column of columns) {
    for (const slice of sliceTestRows(places, column, fewestRows)) {
      cut.push(slice);
      for (const model of models)
        statistics.push(predictionScore(predictors.task.learning, model, slice.rows));
      await yieldControl();
    }
  }
  const scores = await bootstrap(predictors.testRows.length, statistics, random, yieldControl);
  const scoresOf = (model: number) => cut.map((_, slice) => scores[slice * models.length + model]);
  const gapsTo = (other: readonly Resampled[]) =>
    scoresOf(0).map((own, slice) => combine([own, other[slice]], (from, to) => from - to));
  const gaps = gapsTo(scoresOf(1));
  return {
    slices: cut.map(({ column, label, rows }, slice) => ({
      column,
      label,
      rows: rows.length,
      real: figureOf(scoresOf(0)[slice]),
      synthetic: figureOf(scoresOf(1)[slice]),
      gap: figureOf(gaps[slice]),
    })),
    worst: findWorst(gaps),
    ruler: again ? findWorst(gapsTo(scoresOf(2))) : null,
  };
}

interface Slice {
  readonly column: string;
  readonly label: GroupLabel;
  /** Places among the test rows. */
  readonly rows: Uint32Array;
}

/** Where a held-out row stands among the test rows. */
export function placesOf(testRows: Uint32Array): ReadonlyMap<number, number> {
  return new Map([...testRows].map((row, place) => [row, place]));
}

/** The named held-out rows' places, of those that are test rows. */
export function takePlaces(places: ReadonlyMap<number, number>, rows: Uint32Array): Uint32Array {
  return Uint32Array.from([...rows].flatMap((row) => places.get(row) ?? []));
}

/** The column's groups among the test rows, those with rows enough. */
function sliceTestRows(places: ReadonlyMap<number, number>, column: AlignedColumn, fewest: number): Slice[] {
  return cutGroups(column, fewest, mostSlices)
    .map(({ label, rows }) => ({
      column: column.schema.name,
      label,
      rows: takePlaces(places, rows.holdout),
    }))
    .filter(({ rows }) => rows.length >= fewest);
}

/** By the lower end of the interval that all slices' gaps are within at once, 95 % of the time (Bonferroni, normal). */
function findWorst(gaps: readonly Resampled[]): WorstSlice | null {
  const known = gaps
    .map(({ value, replicates }, slice) => ({ slice, value, deviation: deviationOf(replicates) }))
    .filter(({ value, deviation }) => !Number.isNaN(value + deviation));
  if (known.length === 0) return null;
  const z = normalQuantile(1 - 0.025 / known.length);
  const intervals = known.map(({ slice, value, deviation }) => ({
    slice,
    gap: { value, interval: { low: value - z * deviation, high: value + z * deviation } },
  }));
  return intervals.reduce((worst, next) => (next.gap.interval.low > worst.gap.interval.low ? next : worst));
}

function deviationOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1));
}
