import type { Finding, Verdict } from '../evidence';
import { judgeExcess } from '../privacy/excess';
import type { RuledFigure } from '../report';
import { count, percent } from '../sentences';
import { isTailLost } from '../single-column/lost-tails';
import type { ComparedColumn } from './fidelity';
import type { ColumnCoverage, ColumnFidelity } from './measure-column';
import { meanOver, plainFinding } from './plain-finding';

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
  return coverageFinding(columns, (column) => column.numbers?.rangeCoverage ?? Number.NaN, 'range', {
    id: 'coverage.range',
    name: 'Range coverage',
    says: (value) => `Synthetic numbers reach over ${value} of a column's range on average`,
  });
}

function categoriesFinding(columns: readonly ComparedColumn[]): Finding {
  return coverageFinding(columns, (column) => column.categories?.coverage ?? Number.NaN, 'categories', {
    id: 'coverage.categories',
    name: 'Category coverage',
    says: (value) => `Of a column's categories ${value} occur on average`,
  });
}

function rareFinding(columns: readonly ComparedColumn[]): Finding {
  return coverageFinding(columns, (column) => column.categories?.rare.occurring ?? Number.NaN, 'rare', {
    id: 'coverage.rareCategories',
    name: 'Coverage of rare categories',
    says: (value) =>
      `Of a column's rare categories, those of less than 1 % of the rows, ${value} occur on average`,
  });
}

function coverageFinding(
  columns: readonly ComparedColumn[],
  figureOf: (column: ColumnFidelity) => number,
  which: keyof ColumnCoverage,
  words: Pick<Finding, 'id' | 'name'> & { readonly says: (value: string) => string },
): Finding {
  const figure = meanOver(columns, figureOf);
  const alike = columns
    .flatMap(({ coverageAlike }) => coverageAlike?.[which] ?? [])
    .filter((one) => !Number.isNaN(one));
  const alikeMean = alike.reduce((sum, one) => sum + one, 0) / alike.length;
  const lack = figure.holdout === null ? 1 - figure.synthetic : figure.holdout - alikeMean;
  const ruler =
    figure.holdout === null
      ? ''
      : `; in the rows the model never saw ${percent(figure.holdout)}, in as many synthetic rows ${percent(alikeMean)}`;
  return plainFinding(figure, {
    id: words.id,
    name: words.name,
    range: [0, 1],
    better: 'higher',
    ideal: 1,
    verdict: judgeExcess(lack, poorLack, fairLack),
    sentence: `${words.says(percent(figure.synthetic))}${ruler}.`,
  });
}

function boundaryFinding(columns: readonly ComparedColumn[]): Finding {
  const figure = meanOver(columns, (column) => column.numbers?.boundaryAdherence ?? Number.NaN);
  const ruler = figure.holdout === null ? '' : `; of rows the model never saw, ${percent(figure.holdout)}`;
  return plainFinding(figure, {
    id: 'coverage.boundaries',
    name: 'Boundary adherence',
    range: [0, 1],
    better: 'higher',
    ideal: 1,
    verdict: judgeExcess((figure.holdout ?? 1) - figure.synthetic, poorLack, fairLack),
    sentence: `Of a column's synthetic numbers ${percent(figure.synthetic)} lie between its least and its greatest training value on average${ruler}.`,
  });
}

function tailsFinding(columns: readonly ComparedColumn[]): Finding {
  return countFinding(columns, hasLostTail, {
    id: 'tails.lost',
    name: 'Lost tails',
    says: (many) => `In ${many} the outermost values are less than half as frequent as in the training rows`,
    none: 'In no number column are the outermost values much rarer than in the training rows',
  });
}

function smoothingFinding(columns: readonly ComparedColumn[]): Finding {
  return countFinding(columns, isSmoothed, {
    id: 'smoothing.columns',
    name: 'Over-smoothing',
    says: (many) =>
      `In ${many} frequent values are smeared or gone, peaks have run together, or values are less spread out`,
    none: 'In no number column are frequent values smeared or gone, have peaks run together, or are values less spread out',
  });
}

function countFinding(
  columns: readonly ComparedColumn[],
  isAffected: (column: ColumnFidelity) => boolean,
  words: Pick<Finding, 'id' | 'name'> & { readonly says: (many: string) => string; readonly none: string },
): Finding {
  const affected = columns.filter(({ synthetic }) => isAffected(synthetic));
  const held = columns.filter(({ holdout }) => holdout && isAffected(holdout)).length;
  const figure: RuledFigure = {
    synthetic: affected.length,
    holdout: columns.some(({ holdout }) => holdout) ? held : null,
  };
  const many = `${count(affected.length)} of ${count(columns.length)} number columns (${nameSome(affected)})`;
  const ruler = figure.holdout === null ? '' : `; of rows the model never saw, in ${count(held)}`;
  return plainFinding(figure, {
    id: words.id,
    name: words.name,
    range: [0, columns.length],
    better: 'lower',
    ideal: 0,
    verdict: judgeCount(affected.length - held, columns.length),
    sentence: `${affected.length === 0 ? words.none : words.says(many)}${ruler}.`,
  });
}

function judgeCount(affected: number, of: number): Verdict {
  return judgeExcess(affected / of, manyColumns);
}

function nameSome(columns: readonly ComparedColumn[]): string {
  const named = columns.slice(0, mostNamed).map(({ name }) => `“${name}”`);
  return [...named, ...(columns.length > mostNamed ? ['…'] : [])].join(', ');
}
