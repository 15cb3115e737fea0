import { type CurveName, workFor } from '../../../evaluation/utility/curve-plans';
import type { CurvePoint, LearningCurve } from '../../../evaluation/utility/learning-curves';
import type { SectionDetails } from '../../../evaluation/sections';
import type { CurveLine } from '../../charts/curve-lines';
import { formatMeasure } from '../../charts/format';
import { formatCount, formatRoughly } from '../../components/plain-numbers';

interface CurveWords {
  /** The question it answers. */
  readonly question: string;
  /** What is done for it: the time it takes is added. */
  readonly answer: string;
  readonly name: string;
  readonly button: string;
  readonly across: string;
  readonly lines: Readonly<Record<CurveLine['series'], string>>;
}

export const curveWords: Readonly<Record<CurveName, CurveWords>> = {
  mixing: {
    question: 'Do synthetic rows help where real ones are few?',
    answer:
      'Models learn from a tenth up to all of the real rows, each with synthetic rows beside them and without',
    name: 'Mixing curve',
    button: 'Draw the mixing curve',
    across: 'real rows',
    lines: { real: 'real rows alone', synthetic: 'with synthetic rows' },
  },
  rows: {
    question: 'Do more synthetic rows help?',
    answer: 'Models learn from more and more rows, from synthetic ones alone and from real ones alone',
    name: 'Rows curve',
    button: 'Draw the rows curve',
    across: 'rows learnt from',
    lines: { real: 'real rows', synthetic: 'synthetic rows' },
  },
};

/** Seconds on a usual machine that a model takes for each column and class, and for each row of it. */
const secondsPerColumn = 2e-3;
const secondsPerCell = 7e-6;

/** How long a curve takes, roughly and in words. `made`: synthetic rows that there are. */
export function curveTime(name: CurveName, details: SectionDetails['utility'], made: number): string {
  const outputs = details.classes.length > 2 ? details.classes.length : 1;
  const { models, rows } = workFor(name, details.trainingRows, made);
  const columns = details.importances.features.length * outputs;
  return formatRoughly(2 + columns * (models * secondsPerColumn + rows * secondsPerCell));
}

/** The curve as lines over the rows that it counts. */
export function curveLines(name: CurveName, { real, synthetic }: LearningCurve): CurveLine[] {
  const { lines } = curveWords[name];
  const at = ({ realRows, syntheticRows }: CurvePoint) =>
    name === 'mixing' ? realRows : realRows + syntheticRows;
  const lineOf = (series: CurveLine['series'], points: readonly CurvePoint[]): CurveLine => ({
    series,
    label: lines[series],
    points: points.map((point) => ({ at: at(point), figure: point.score })),
  });
  return [lineOf('real', real), lineOf('synthetic', synthetic)];
}

/** What the curve comes to: one sentence or two. */
export function describeCurve(name: CurveName, curve: LearningCurve): string {
  return name === 'mixing' ? describeMixing(curve) : describeRows(curve);
}

/** Scores that differ by less are told as alike. */
const alike = 0.005;

function describeMixing({ kind, real, synthetic }: LearningCurve): string {
  const score = kind === 'amount' ? 'R²' : 'AUC';
  const change = (alone: CurvePoint, mixed: CurvePoint | undefined) => {
    const [from, to] = [alone.score.value, mixed?.score.value ?? Number.NaN];
    if (Math.abs(to - from) < alike) return `make little difference to the ${score} (${formatMeasure(to)})`;
    const verb = to > from ? 'raise' : 'lower';
    return `${verb} the ${score} from ${formatMeasure(from)} to ${formatMeasure(to)}`;
  };
  const mixedWith = (alone: CurvePoint) => synthetic.find(({ realRows }) => realRows === alone.realRows);
  const [few, all] = [real[0], real[real.length - 1]];
  return (
    `Beside ${formatCount(few.realRows)} real rows ${formatCount(synthetic[0].syntheticRows)} synthetic ones ` +
    `${change(few, mixedWith(few))}; beside ${formatCount(all.realRows)} they ${change(all, mixedWith(all))}.`
  );
}

function describeRows({ kind, real, synthetic }: LearningCurve): string {
  const score = kind === 'amount' ? 'R²' : 'AUC';
  const all = real[real.length - 1];
  const most = synthetic[synthetic.length - 1];
  const reached = synthetic.find((point) => point.score.value >= all.score.value - alike);
  const ruler = `${formatCount(all.realRows)} real rows come to`;
  return reached
    ? `${formatCount(reached.syntheticRows)} synthetic rows come to what ${ruler}: ${score} ${formatMeasure(reached.score.value)} against ${formatMeasure(all.score.value)}.`
    : `Even ${formatCount(most.syntheticRows)} synthetic rows stay below what ${ruler}: ${score} ${formatMeasure(most.score.value)} against ${formatMeasure(all.score.value)}.`;
}
