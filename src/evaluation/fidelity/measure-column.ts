import { countInBins, makeBins } from '../../engine/analyze/bins';
import { resolutionOf, type TypedColumn } from '../../engine/typed-table';
import type { AlignedColumn } from '../align-tables';
import { attainableAccuracy, attainableKs } from '../single-column/attainable-accuracy';
import { type ChiSquared, chiSquaredTest } from '../single-column/chi-squared';
import {
  boundaryAdherence,
  categoryCoverage,
  type RareCoverage,
  rangeCoverage,
  rareCoverage,
} from '../single-column/coverage';
import { jensenShannonDistance } from '../single-column/jensen-shannon';
import { ksDistance } from '../single-column/ks-complement';
import { findLostModes, type LostModes } from '../single-column/lost-modes';
import { findLostSpikes, type LostSpikes } from '../single-column/lost-spikes';
import { findLostTails, type LostTails } from '../single-column/lost-tails';
import { sortPresent } from '../single-column/sorted-values';
import { countCodes, tvDistance } from '../single-column/tv-complement';
import { compareVariance, type VarianceRatio } from '../single-column/variance-ratio';

/** One column of another table against the training column. */
export interface ColumnFidelity {
  /** Kolmogorov–Smirnov of numbers, total variation of categories; and what chance alone is expected to make of it. */
  readonly distance: number;
  readonly chance: number;
  /** On the bins of the pictures, or on all categories; missing cells left out. */
  readonly jensenShannon: number;
  readonly chiSquared: ChiSquared;
  /** Numbers alone. */
  readonly numbers: NumberFidelity | null;
  /** Categories alone. */
  readonly categories: { readonly coverage: number; readonly rare: RareCoverage } | null;
}

interface NumberFidelity {
  readonly rangeCoverage: number;
  readonly boundaryAdherence: number;
  readonly tails: LostTails;
  readonly spikes: LostSpikes;
  readonly modes: LostModes;
  readonly variance: VarianceRatio;
}

/** What a sample of so many of the other rows would cover: to compare with a smaller table. */
export interface ColumnCoverage {
  readonly range: number;
  readonly categories: number;
  readonly rare: number;
}

/** Measures the column of each of the tables given against the training column. */
export async function measureColumn(
  column: AlignedColumn,
  others: readonly TypedColumn[],
  yieldControl: () => Promise<void>,
): Promise<ColumnFidelity[]> {
  const { training } = column;
  if (training.type === 'categorical') return others.map((other) => measureCategories(training, other));
  const real = sortPresent(training.values);
  const bins = makeBins(column.real);
  const count = (part: TypedColumn) => (bins ? countInBins(part, bins) : new Float64Array(0));
  const measured: ColumnFidelity[] = [];
  for (const other of others) {
    await yieldControl();
    const sorted = sortedOf(other);
    const counts = [count(training), count(other)];
    measured.push({
      distance: ksDistance(real, sorted),
      chance: 1 - attainableKs(real.length, sorted.length),
      jensenShannon: jensenShannonDistance(counts[0], counts[1]),
      chiSquared: chiSquaredTest(counts[0], counts[1]),
      numbers: {
        rangeCoverage: rangeCoverage(real, sorted),
        boundaryAdherence: boundaryAdherence(real, sorted),
        tails: findLostTails(real, sorted),
        spikes: findLostSpikes(real, sorted, resolutionOf(training.schema)),
        modes: findLostModes(counts[0], counts[1]),
        variance: compareVariance(real, sorted),
      },
      categories: null,
    });
  }
  return measured;
}

/** Coverage as it is expected of so many random rows of the other column. */
export function coverageAt({ training, synthetic }: AlignedColumn, rows: number, of: number): ColumnCoverage {
  if (training.type === 'numeric') {
    const sorted = sortedOf(synthetic);
    const range = rangeCoverage(sortPresent(training.values), sorted, (sorted.length * rows) / of);
    return { range, categories: Number.NaN, rare: Number.NaN };
  }
  const [real, other] = [presentCounts(training), presentCounts(synthetic)];
  return {
    range: Number.NaN,
    categories: categoryCoverage(real, other, rows / of),
    rare: rareCoverage(real, other, rows / of).occurring,
  };
}

function measureCategories(training: TypedColumn, other: TypedColumn): ColumnFidelity {
  const [all, otherAll] = [allCounts(training), allCounts(other)];
  const [real, counts] = [all.subarray(1), otherAll.subarray(1)];
  return {
    distance: tvDistance(all, otherAll),
    chance: 1 - attainableAccuracy(all, rowsOf(all), rowsOf(otherAll)),
    jensenShannon: jensenShannonDistance(real, counts),
    chiSquared: chiSquaredTest(real, counts),
    numbers: null,
    categories: { coverage: categoryCoverage(real, counts), rare: rareCoverage(real, counts) },
  };
}

function sortedOf(column: TypedColumn): Float64Array {
  return column.type === 'numeric' ? sortPresent(column.values) : new Float64Array(0);
}

/** Rows by category, missing cells first. */
function allCounts(column: TypedColumn): Float64Array {
  return column.type === 'categorical'
    ? countCodes(column.codes, column.dictionary.length)
    : new Float64Array(0);
}

function presentCounts(column: TypedColumn): Float64Array {
  return allCounts(column).subarray(1);
}

function rowsOf(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
