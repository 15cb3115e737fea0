import { countInBins, makeBins, type Bins } from '../engine/analyze/bins';
import type { TypedColumn } from '../engine/typed-table';
import type { AlignedColumn } from './align-tables';
import type { ColumnComparison, RuledFigure } from './report';
import { ksDistance } from './single-column/ks-complement';
import { missingShareOf } from './single-column/missing-similarity';
import { sortPresent } from './single-column/sorted-values';
import { countCodes, tvDistance } from './single-column/tv-complement';
import { wassersteinShare } from './single-column/wasserstein';

type Distances = Pick<ColumnComparison, 'measure' | 'distance' | 'wasserstein'>;

/** One column of the synthetic (and holdout) rows against the training rows, with counts on the real column's bins. */
export function compareColumn(column: AlignedColumn): ColumnComparison {
  const { schema, training, synthetic, holdout, real } = column;
  const bins = column.comparable ? makeBins(real) : null;
  return {
    name: schema.name,
    kind: schema.kind,
    ...measureColumn(column),
    missingShare: {
      training: missingShareOf(training),
      synthetic: missingShareOf(synthetic),
      holdout: holdout && missingShareOf(holdout),
    },
    bins,
    counts: {
      training: countOn(training, bins),
      synthetic: countOn(synthetic, bins),
      holdout: holdout && countOn(holdout, bins),
    },
  };
}

function countOn(column: TypedColumn, bins: Bins | null): Float64Array {
  return bins === null ? new Float64Array(0) : countInBins(column, bins);
}

/** How far the synthetic (and holdout) rows of one column are from the training rows. */
export function measureColumn(column: AlignedColumn): Distances {
  if (!column.comparable) {
    const nothing = { synthetic: Number.NaN, holdout: column.holdout && Number.NaN };
    return { measure: 'tv', distance: nothing, wasserstein: null };
  }
  return column.training.type === 'numeric' ? measureNumeric(column) : measureCategorical(column);
}

function measureNumeric(column: AlignedColumn): Distances {
  const training = sortedValuesOf(column.training);
  const synthetic = sortedValuesOf(column.synthetic);
  const holdout = column.holdout && sortedValuesOf(column.holdout);
  const wasserstein = {
    synthetic: wassersteinShare(training, synthetic),
    holdout: holdout && wassersteinShare(training, holdout),
  };
  return {
    measure: 'ks',
    distance: rule(training, synthetic, holdout, ksDistance),
    wasserstein: Number.isNaN(wasserstein.synthetic) ? null : wasserstein,
  };
}

function measureCategorical(column: AlignedColumn): Distances {
  const training = codeCountsOf(column.training);
  const synthetic = codeCountsOf(column.synthetic);
  const holdout = column.holdout && codeCountsOf(column.holdout);
  return { measure: 'tv', distance: rule(training, synthetic, holdout, tvDistance), wasserstein: null };
}

function rule(
  training: Float64Array,
  synthetic: Float64Array,
  holdout: Float64Array | null,
  distance: (first: Float64Array, second: Float64Array) => number,
): RuledFigure {
  return { synthetic: distance(training, synthetic), holdout: holdout && distance(training, holdout) };
}

function sortedValuesOf(column: TypedColumn): Float64Array {
  return column.type === 'numeric' ? sortPresent(column.values) : new Float64Array(0);
}

function codeCountsOf(column: TypedColumn): Float64Array {
  return column.type === 'categorical'
    ? countCodes(column.codes, column.dictionary.length)
    : new Float64Array(0);
}
