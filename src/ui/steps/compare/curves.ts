import { type CurveName, workFor } from '../../../evaluation/utility/curve-plans';
import type { CurvePoint, LearningCurve } from '../../../evaluation/utility/learning-curves';
import type { SectionDetails } from '../../../evaluation/sections';
import type { CurveLine } from '../../charts/curve-lines';
import { formatMeasure } from '../../charts/format';
import { formatRoughly } from '../../components/plain-numbers';
import { curveWords } from './curve-words';

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
  const { lines } = curveWords()[name];
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
  const changeOf = (alone: CurvePoint) => {
    const mixed = synthetic.find(({ realRows }) => realRows === alone.realRows);
    const [from, to] = [alone.score.value, mixed?.score.value ?? Number.NaN];
    const change = Math.abs(to - from) < alike ? 'alike' : to > from ? 'raised' : 'lowered';
    return { kind: change, from: formatMeasure(from), to: formatMeasure(to) } as const;
  };
  const [few, all] = [real[0], real[real.length - 1]];
  return curveWords().mixing.says(
    scoreOf(kind),
    synthetic[0].syntheticRows,
    [few.realRows, changeOf(few)],
    [all.realRows, changeOf(all)],
  );
}

function describeRows({ kind, real, synthetic }: LearningCurve): string {
  const all = real[real.length - 1];
  const most = synthetic[synthetic.length - 1];
  const reached = synthetic.find((point) => point.score.value >= all.score.value - alike);
  const own = reached ?? most;
  const { reached: reachedText, below } = curveWords().rows;
  return (reached ? reachedText : below)(
    own.syntheticRows,
    all.realRows,
    scoreOf(kind),
    formatMeasure(own.score.value),
    formatMeasure(all.score.value),
  );
}

function scoreOf(kind: LearningCurve['kind']): string {
  return kind === 'amount' ? 'R²' : 'AUC';
}
