import type { Finding } from '../evidence';
import { judgeExcess } from '../privacy/excess';
import { describeLosses } from './describe-losses';
import type { ComparedColumn, FidelityDetails } from './fidelity';
import type { MeasuredMarginals } from './measure-marginals';
import { meanOver, plainFinding } from './plain-finding';
import { fidelityWords } from './words';

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
    ...(pairs ? [marginalFinding(pairs, 'pairs.kMarginal2', 'pairs')] : []),
    ...(triples ? [marginalFinding(triples, 'triples.kMarginal3', 'triples')] : []),
  ].filter(({ synthetic }) => !Number.isNaN(synthetic.value));
}

function gapFinding(columns: readonly ComparedColumn[]): Finding {
  const chance = meanOver(columns, (column) => column.chance);
  const gap = meanOver(columns, (column) => column.distance - column.chance);
  return plainFinding(gap, {
    id: 'attainable.gap',
    name: fidelityWords().names.gap,
    range: [-1, 1],
    better: 'near ideal',
    ideal: 0,
    verdict: judgeExcess(gap.synthetic - Math.max(0, gap.holdout ?? 0), poorError, fairError),
    sentence: fidelityWords().gap(chance.synthetic, gap),
  });
}

function divergenceFinding(columns: readonly ComparedColumn[]): Finding {
  const figure = meanOver(columns, (column) => column.jensenShannon);
  return plainFinding(figure, {
    id: 'shape.jensenShannon',
    name: fidelityWords().names.divergence,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    verdict: judgeExcess(figure.synthetic - (figure.holdout ?? 0), poorDistance, fairDistance),
    sentence: fidelityWords().divergence(figure),
  });
}

function testFinding(columns: readonly ComparedColumn[]): Finding {
  const figure = meanOver(columns, ({ chiSquared }) => (chiSquared.pValue < level / columns.length ? 1 : 0));
  return plainFinding(figure, {
    id: 'shape.chiSquared',
    name: fidelityWords().names.test,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    // With enough rows the test tells any two tables apart: it says that there is a difference, not that it matters.
    verdict: judgeExcess(figure.synthetic - (figure.holdout ?? 0), Infinity, 0.1),
    sentence: fidelityWords().test(figure),
  });
}

function missingFinding({ distance, chance }: NonNullable<FidelityDetails['missing']>): Finding {
  const excess = distance.synthetic - chance.synthetic;
  const ruler = Math.max(0, (distance.holdout ?? 0) - (chance.holdout ?? 0));
  return plainFinding(distance, {
    id: 'missing.pattern',
    name: fidelityWords().names.missing,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    verdict: judgeExcess(excess - ruler, poorError, fairError),
    sentence: fidelityWords().missing(distance),
  });
}

function marginalFinding(measured: MeasuredMarginals, id: string, of: 'pairs' | 'triples'): Finding {
  const { synthetic, syntheticAlike, holdout } = measured;
  const lack =
    holdout && syntheticAlike ? holdout.value - syntheticAlike.value : 1000 - unruledPoints - synthetic.value;
  const ruler = holdout && syntheticAlike && { holdout: holdout.value, alike: syntheticAlike.value };
  return {
    id,
    family: 'fidelity',
    name: fidelityWords().names[of],
    range: [0, 1000],
    better: 'higher',
    ideal: 1000,
    synthetic,
    holdout,
    verdict: judgeExcess(lack, poorPoints, fairPoints),
    sentence: fidelityWords().marginals[of](synthetic.value, ruler),
  };
}
