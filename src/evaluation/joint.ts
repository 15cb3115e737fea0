import { binCount, makeBins, type Bins } from '../engine/analyze/bins';
import { UserError } from '../engine/errors';
import type { TypedColumn } from '../engine/typed-table';
import type { AlignedColumn, AlignedTables } from './align-tables';
import { binRows } from './bin-rows';
import { comparePair } from './column-pairs/compare-pairs';
import { preparePairColumn } from './column-pairs/prepare-pairs';
import type { JointComparison } from './report';
import { evaluationWords } from './words';

/** Categories a side of the joint picture, at most: cells must stay large enough to point at. */
const mostCategories = 24;

/**
 * A pair of columns counted on shared bins of the real rows, all rows of all tables; cells with a missing value are
 * not drawn but count in the error (SDMetrics' correlation or contingency similarity, 1 minus it).
 * Throws UserError where a column is not compared or has no value to draw.
 */
export function compareJoint(tables: AlignedTables, firstName: string, secondName: string): JointComparison {
  const first = findColumn(tables, firstName);
  const second = findColumn(tables, secondName);
  const [synthetic, holdout] = comparePair(
    preparePairColumn(first.column, null),
    preparePairColumn(second.column, null),
  ).errors;
  const countPart = (part: 'training' | 'synthetic') =>
    countCells(first.column[part], first.bins, second.column[part], second.bins);
  return {
    first: { name: firstName, bins: first.bins },
    second: { name: secondName, bins: second.bins },
    training: countPart('training'),
    synthetic: countPart('synthetic'),
    holdout:
      first.column.holdout && second.column.holdout
        ? countCells(first.column.holdout, first.bins, second.column.holdout, second.bins)
        : null,
    error: { synthetic, holdout: holdout ?? null },
  };
}

function findColumn(tables: AlignedTables, name: string): { column: AlignedColumn; bins: Bins } {
  const column = tables.columns.find((candidate) => candidate.schema.name === name);
  const bins = column?.comparable ? makeBins(column.real, mostCategories) : null;
  if (!column || !bins) {
    throw new UserError(evaluationWords().noDistribution(name));
  }
  return { column, bins };
}

function countCells(
  first: TypedColumn,
  firstBins: Bins,
  second: TypedColumn,
  secondBins: Bins,
): Float64Array {
  const width = binCount(secondBins);
  const cells = new Float64Array(binCount(firstBins) * width);
  const across = binRows(first, firstBins);
  const down = binRows(second, secondBins);
  for (let row = 0; row < across.length; row++) {
    if (across[row] >= 0 && down[row] >= 0) cells[across[row] * width + down[row]]++;
  }
  return cells;
}
