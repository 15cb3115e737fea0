import type { Finding, Verdict } from '../evidence';
import { judgeExcess } from '../privacy/excess';
import type { RuledFigure } from '../report';
import { isTailLost } from '../single-column/lost-tails';
import type { ComparedColumn } from './fidelity';
import type { ColumnCoverage, ColumnFidelity } from './measure-column';
import { meanOver, plainFinding } from './plain-finding';
import { fidelityWords } from './words';

/** Coverage that is lacking beside as many held-out rows: worth a look, and poor. */
const fairLack = 0.02;
const poorLack = 0.1;
/** Poor: more than this share of the columns. */
const manyColumns = 0.2;
/** Columns that are named in a sentence. */
const mostNamed = 3;

/** Whether a tail of the column is thin. */
function hasLostTail({ numbers }: ColumnFidelity): boolean {
  return numbers !== null && isTailLost([...numbers.tails.low, ...numbers.tails.high]);
}

/** Whether the column is over-smoothed: spikes smeared or gone, peaks run together, or narrower. */
function isSmoothed({ numbers }: ColumnFidelity): boolean {
  if (!numbers) return false;
  const { spikes, modes, variance } = numbers;
  return spikes.blurred + spikes.missing > 0 || modes.filled > 0 || variance.narrow;
}

/** Coverage, tails and smoothing, of the columns that have such. */
export function describeLosses(columns: readonly ComparedColumn[]): Finding[] {
  const numbers = columns.filter(({ synthetic }) => synthetic.numbers);
  const categories = columns.filter(({ synthetic }) => synthetic.categories);
  return [
    ...(numbers.length > 0
      ? [rangeFinding(numbers), boundaryFinding(numbers), tailsFinding(numbers), smoothingFinding(numbers)]
      : []),
    ...(categories.length > 0 ? [categoriesFinding(categories), rareFinding(categories)] : []),
  ];
}

function rangeFinding(columns: readonly ComparedColumn[]): Finding {
  return coverageFinding(
    columns,
    (column) => column.numbers?.rangeCoverage ?? Number.NaN,
    'range',
    'coverage.range',
  );
}

function categoriesFinding(columns: readonly ComparedColumn[]): Finding {
  return coverageFinding(
    columns,
    (column) => column.categories?.coverage ?? Number.NaN,
    'categories',
    'coverage.categories',
  );
}

function rareFinding(columns: readonly ComparedColumn[]): Finding {
  return coverageFinding(
    columns,
    (column) => column.categories?.rare.occurring ?? Number.NaN,
    'rare',
    'coverage.rareCategories',
  );
}

function coverageFinding(
  columns: readonly ComparedColumn[],
  figureOf: (column: ColumnFidelity) => number,
  which: keyof ColumnCoverage,
  id: string,
): Finding {
  const words = fidelityWords();
  const figure = meanOver(columns, figureOf);
  const alike = columns
    .flatMap(({ coverageAlike }) => coverageAlike?.[which] ?? [])
    .filter((one) => !Number.isNaN(one));
  const alikeMean = alike.reduce((sum, one) => sum + one, 0) / alike.length;
  const lack = figure.holdout === null ? 1 - figure.synthetic : figure.holdout - alikeMean;
  const ruler = figure.holdout === null ? null : { holdout: figure.holdout, alike: alikeMean };
  return plainFinding(figure, {
    id,
    name: words.names[which],
    range: [0, 1],
    better: 'higher',
    ideal: 1,
    verdict: judgeExcess(lack, poorLack, fairLack),
    sentence: words.coverage[which](figure.synthetic, ruler),
  });
}

function boundaryFinding(columns: readonly ComparedColumn[]): Finding {
  const figure = meanOver(columns, (column) => column.numbers?.boundaryAdherence ?? Number.NaN);
  return plainFinding(figure, {
    id: 'coverage.boundaries',
    name: fidelityWords().names.boundaries,
    range: [0, 1],
    better: 'higher',
    ideal: 1,
    verdict: judgeExcess((figure.holdout ?? 1) - figure.synthetic, poorLack, fairLack),
    sentence: fidelityWords().boundaries(figure),
  });
}

function tailsFinding(columns: readonly ComparedColumn[]): Finding {
  return countFinding(columns, hasLostTail, 'tails.lost', 'tails');
}

function smoothingFinding(columns: readonly ComparedColumn[]): Finding {
  return countFinding(columns, isSmoothed, 'smoothing.columns', 'smoothing');
}

function countFinding(
  columns: readonly ComparedColumn[],
  isAffected: (column: ColumnFidelity) => boolean,
  id: string,
  which: 'tails' | 'smoothing',
): Finding {
  const words = fidelityWords();
  const affected = columns.filter(({ synthetic }) => isAffected(synthetic));
  const held = columns.filter(({ holdout }) => holdout && isAffected(holdout)).length;
  const figure: RuledFigure = {
    synthetic: affected.length,
    holdout: columns.some(({ holdout }) => holdout) ? held : null,
  };
  return plainFinding(figure, {
    id,
    name: words.names[which],
    range: [0, columns.length],
    better: 'lower',
    ideal: 0,
    verdict: judgeCount(affected.length - held, columns.length),
    sentence: words[which]({
      affected: affected.length,
      of: columns.length,
      named: affected.slice(0, mostNamed).map(({ name }) => name),
      held: figure.holdout,
    }),
  });
}

function judgeCount(affected: number, of: number): Verdict {
  return judgeExcess(affected / of, manyColumns);
}
