import type { PairComparison } from '../report';
import { cramersV, correlationRatio } from './association';
import { contingencySimilarity } from './contingency-similarity';
import { correlate, correlationSimilarity } from './correlation-similarity';
import { countJointly, type JointCounts } from './joint-counts';
import type { PairColumn, PairTables } from './prepare-pairs';

/** Training, synthetic and, where there is a ruler, holdout: the tables' order in the joint counts. */
const training = 0;
const synthetic = 1;
const holdout = 2;

/**
 * All pairs of the prepared columns, in time linear in the rows. `afterPair` is awaited with the number of columns that
 * have met all columns before them.
 */
export async function comparePairs(
  tables: PairTables,
  afterPair: (columnsDone: number) => Promise<void>,
): Promise<PairComparison> {
  const pairs = emptyPairs(tables);
  for (let i = 0; i < tables.columns.length; i++) {
    for (let j = 0; j < i; j++) {
      await afterPair(i);
      setPair(pairs, i, j, comparePair(tables.columns[i], tables.columns[j]));
    }
    await afterPair(i + 1);
  }
  return pairs;
}

/** One pair's associations and errors per table: [training, synthetic, holdout?] and [synthetic, holdout?]. */
export interface PairFigures {
  readonly associations: readonly number[];
  readonly errors: readonly number[];
}

/** Compares one pair of columns by the measure that suits their types; the pair's order does not matter. */
export function comparePair(first: PairColumn, second: PairColumn): PairFigures {
  if (first.type === 'numeric' && second.type === 'numeric') return correlatePair(first, second);
  const tables = first.tables.map((table, t) => ({ first: table.codes, second: second.tables[t].codes }));
  const joint = countJointly(tables, first.levels, second.levels);
  return {
    associations: tables.map((_, table) => associate(joint, table, first, second)),
    errors: tables.slice(1).map((_, t) => 1 - contingencySimilarity(joint, training, t + 1)),
  };
}

function correlatePair(first: PairColumn, second: PairColumn): PairFigures {
  const correlations = first.tables.map((table, t) =>
    table.standard && second.tables[t].standard
      ? correlate(table.standard, second.tables[t].standard)
      : Number.NaN,
  );
  return {
    associations: correlations.map(Math.abs),
    errors: correlations.slice(1).map((other) => 1 - correlationSimilarity(correlations[training], other)),
  };
}

function associate(joint: JointCounts, table: number, first: PairColumn, second: PairColumn): number {
  const [numeric, category] = first.type === 'numeric' ? [first, second] : [second, first];
  if (numeric.type === 'categorical') return cramersV(joint, table, first.levels, second.levels);
  const values = numeric.tables[table].standard?.values;
  return values ? correlationRatio(category.tables[table].codes, category.levels, values) : Number.NaN;
}

function emptyPairs(tables: PairTables): PairComparison {
  const size = tables.columns.length;
  const matrix = (diagonal: number) => {
    const cells = new Float64Array(size * size).fill(Number.NaN);
    for (let i = 0; i < size; i++) cells[i * size + i] = diagonal;
    return cells;
  };
  return {
    names: tables.columns.map((column) => column.name),
    training: matrix(1),
    synthetic: matrix(1),
    holdout: tables.hasHoldout ? matrix(1) : null,
    error: matrix(0),
    holdoutError: tables.hasHoldout ? matrix(0) : null,
  };
}

function setPair(pairs: PairComparison, i: number, j: number, figures: PairFigures): void {
  const size = pairs.names.length;
  for (const cell of [i * size + j, j * size + i]) {
    pairs.training[cell] = figures.associations[training];
    pairs.synthetic[cell] = figures.associations[synthetic];
    pairs.error[cell] = figures.errors[synthetic - 1];
    if (pairs.holdout) pairs.holdout[cell] = figures.associations[holdout];
    if (pairs.holdoutError) pairs.holdoutError[cell] = figures.errors[holdout - 1];
  }
}
