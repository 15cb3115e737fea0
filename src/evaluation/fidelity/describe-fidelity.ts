import type { Finding } from '../evidence';
import { judgeExcess } from '../privacy/excess';
import { besideHoldout, percent } from '../sentences';
import { describeLosses } from './describe-losses';
import type { ComparedColumn, FidelityDetails } from './fidelity';
import type { MeasuredMarginals } from './measure-marginals';
import { meanOver, plainFinding } from './plain-finding';

/** An error beyond real rows' own by which a figure is worth a look, and poor. */
const fairError = 0.01;
const poorError = 0.05;
/** The same of the Jensen–Shannon distance, which is a root. */
const fairDistance = 0.05;
const poorDistance = 0.15;
/** Of the k-marginal score, in points of 1000; and what it may lack where no rows were held out. */
const fairPoints = 10;
const poorPoints = 50;
const unruledPoints = 100;
/** The χ² test's level, shared out among the columns. */
const level = 0.05;

/** Everything the section found, as findings; what is not defined for any column is left out. */
export function describeFidelity(details: FidelityDetails): Finding[] {
  const { columns, pairs, triples, missing } = details;
  return [
    ...(columns.length > 0
      ? [gapFinding(columns), divergenceFinding(columns), testFinding(columns), ...describeLosses(columns)]
      : []),
    ...(missing ? [missingFinding(missing)] : []),
    ...(pairs ? [marginalFinding(pairs, 'pairs.kMarginal2', 'two')] : []),
    ...(triples ? [marginalFinding(triples, 'triples.kMarginal3', 'three')] : []),
  ].filter(({ synthetic }) => !Number.isNaN(synthetic.value));
}

function gapFinding(columns: readonly ComparedColumn[]): Finding {
  const chance = meanOver(columns, (column) => column.chance);
  const gap = meanOver(columns, (column) => column.distance - column.chance);
  const ruler = gap.holdout === null ? '' : `, rows the model never saw ${besideChance(gap.holdout)}`;
  return plainFinding(gap, {
    id: 'attainable.gap',
    name: 'Error beyond chance',
    range: [-1, 1],
    better: 'near ideal',
    ideal: 0,
    verdict: judgeExcess(gap.synthetic - Math.max(0, gap.holdout ?? 0), poorError, fairError),
    sentence: `Chance alone would put a column's distribution off by ${percent(chance.synthetic)} on average; synthetic rows are off by ${besideChance(gap.synthetic)}${ruler}.`,
  });
}

function besideChance(gap: number): string {
  return `${percent(Math.abs(gap))} ${gap < 0 ? 'less' : 'more'}`;
}

function divergenceFinding(columns: readonly ComparedColumn[]): Finding {
  const figure = meanOver(columns, (column) => column.jensenShannon);
  const ruler =
    figure.holdout === null ? '' : `; those of rows the model never saw by ${figure.holdout.toFixed(3)}`;
  return plainFinding(figure, {
    id: 'shape.jensenShannon',
    name: 'Jensen–Shannon distance',
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    verdict: judgeExcess(figure.synthetic - (figure.holdout ?? 0), poorDistance, fairDistance),
    sentence: `A column's shares differ by ${figure.synthetic.toFixed(3)} on average, from 0 (the same) to 1 (no value in common)${ruler}.`,
  });
}

function testFinding(columns: readonly ComparedColumn[]): Finding {
  const figure = meanOver(columns, ({ chiSquared }) => (chiSquared.pValue < level / columns.length ? 1 : 0));
  const ruler = figure.holdout === null ? '' : `; of rows the model never saw, in ${percent(figure.holdout)}`;
  return plainFinding(figure, {
    id: 'shape.chiSquared',
    name: 'χ² test, columns told apart',
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    // With enough rows the test tells any two tables apart: it says that there is a difference, not that it matters.
    verdict: judgeExcess(figure.synthetic - (figure.holdout ?? 0), Infinity, 0.1),
    sentence: `In ${percent(figure.synthetic)} of the columns synthetic rows differ by more than chance explains${ruler}. That says nothing of how much they differ.`,
  });
}

function missingFinding({ distance, chance }: NonNullable<FidelityDetails['missing']>): Finding {
  const excess = distance.synthetic - chance.synthetic;
  const ruler = Math.max(0, (distance.holdout ?? 0) - (chance.holdout ?? 0));
  return plainFinding(distance, {
    id: 'missing.pattern',
    name: 'Missing patterns, total variation',
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    verdict: judgeExcess(excess - ruler, poorError, fairError),
    sentence: `Which cells are missing together is off by ${percent(distance.synthetic)}${besideHoldout(distance)}`,
  });
}

function marginalFinding(measured: MeasuredMarginals, id: string, columns: string): Finding {
  const { synthetic, syntheticAlike, holdout } = measured;
  const lack =
    holdout && syntheticAlike ? holdout.value - syntheticAlike.value : 1000 - unruledPoints - synthetic.value;
  const points = (value: number) => value.toFixed(0);
  const ruler =
    holdout && syntheticAlike
      ? `; rows the model never saw reach ${points(holdout.value)}, as many synthetic rows ${points(syntheticAlike.value)}`
      : '';
  return {
    id,
    family: 'fidelity',
    name: `${columns === 'two' ? '2' : '3'}-way marginal score`,
    range: [0, 1000],
    better: 'higher',
    ideal: 1000,
    synthetic,
    holdout,
    verdict: judgeExcess(lack, poorPoints, fairPoints),
    sentence: `How often ${columns} columns' values come together agrees to ${points(synthetic.value)} of 1000 points${ruler}.`,
  };
}
