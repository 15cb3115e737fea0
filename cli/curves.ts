import type { AlignedTables } from '../src/evaluation/align-tables';
import { drawCurve, type ExaminerRequest } from '../src/evaluation/examiner';
import type { MeasureContext } from '../src/evaluation/measure-context';
import { count } from '../src/evaluation/sentences';
import { type CurveName, curveNames, rowsOf } from '../src/evaluation/utility/curve-plans';
import type { CurvePoint, LearningCurve } from '../src/evaluation/utility/learning-curves';
import { plainFigureWithInterval } from '../src/release/plain-figures';
import { commandWords } from './words';

/** The curves, or why there is none: one sentence. */
export type DrawnCurves = Readonly<Record<CurveName, LearningCurve | string>>;

export async function drawCurves(
  tables: AlignedTables,
  request: ExaminerRequest,
  watch: Pick<MeasureContext, 'onProgress' | 'yieldControl'>,
): Promise<DrawnCurves> {
  const drawn = [];
  for (const name of curveNames) drawn.push([name, await drawCurve(name, tables, request, watch)] as const);
  return Object.fromEntries(drawn) as unknown as DrawnCurves;
}

/** The curves as tables to read. */
export function curvesText(curves: DrawnCurves): string {
  const titles = commandWords().curves;
  return curveNames.map((name) => `${titles[name]}\n${describeCurve(curves[name])}\n`).join('\n');
}

function describeCurve(curve: LearningCurve | string): string {
  if (typeof curve === 'string') return curve;
  const words = commandWords();
  const { target, kind, testRows, synthetic, real } = curve;
  const score = kind === 'amount' ? 'R²' : 'AUC';
  const lines = [...synthetic, ...real].sort((a, b) => rowsOf(a) - rowsOf(b)).map(lineOf);
  return [
    words.predicting(target, score, testRows),
    ...alignCells([[words.realRows, words.syntheticRows, score], ...lines]),
  ].join('\n');
}

function lineOf({ realRows, syntheticRows, score }: CurvePoint): string[] {
  return [count(realRows), count(syntheticRows), plainFigureWithInterval(score)];
}

function alignCells(lines: readonly (readonly string[])[]): string[] {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map((line) => `  ${line.map((cell, column) => cell.padStart(widths[column])).join('  ')}`);
}
