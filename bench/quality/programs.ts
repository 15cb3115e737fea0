import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../../src/engine/errors';
import { root } from '../../scripts/bundle';
import type { JudgedTable } from './judged-tables';

const start = promisify(execFile);
const mostOutputBytes = 64e6;

/** What the command line says of its run (`--summary`). */
export interface Summary {
  readonly trainSeconds: number;
  readonly generateSeconds: number;
  readonly peakMemoryMB: number;
}

/** What the judge says, as far as the benchmark shows it. Its own text defines each figure. */
export interface Verdict {
  readonly shape_error: number;
  readonly trend_error: number;
  /** The same with the training rows' bins. */
  readonly trend_error_realbins: number;
  readonly c2st: number;
  readonly c2st_auc: number;
  readonly c2st_test_auc: number;
  readonly mle: number;
  readonly mle_real: number;
  readonly beta_recall: number;
  readonly dcr_share: number;
  /** Share of rows equal to a training row: of the synthetic ones, of the held-out ones. */
  readonly copies: readonly [number, number];
}

/** Where the two tables of a run are and where its results go. */
export interface RunFiles {
  readonly train: string;
  readonly test: string;
  readonly synthetic: string;
  readonly summary: string;
  readonly verdict: string;
}

/** Runs the built command line. @throws UserError with its own last line when it fails */
export async function synthesize(files: RunFiles, extraArguments: readonly string[]): Promise<Summary> {
  const program = join(root, 'dist/cli/understudy.js');
  const outputs = ['--out', files.synthetic, '--summary', files.summary, '--quiet'];
  await runProgram(
    process.execPath,
    [program, 'synthesize', files.train, ...outputs, ...extraArguments],
    'The command line',
  );
  return JSON.parse(await readFile(files.summary, 'utf8')) as Summary;
}

/** The judge's script, and the Python that runs it. */
export interface Judge {
  readonly python: string;
  readonly script: string;
  /** One model instead of a grid of 36 for the measure of usefulness. */
  readonly isQuick: boolean;
  /** Figures that are not asked for: some take most of the time. */
  readonly skipped?: readonly ('alpha' | 'dcr')[];
}

/** @throws UserError with one sentence when that Python, or a package the judge needs, is missing */
export async function checkPython(python: string): Promise<void> {
  try {
    await start(python, ['-c', 'import numpy, pandas, scipy, sklearn, xgboost']);
  } catch {
    throw new UserError(
      `The judge needs Python with numpy, pandas, scipy, scikit-learn and xgboost, and ${python} is not one: install them, or name another with --python PROGRAM.`,
    );
  }
}

/** Runs the judge on one synthetic table. @throws UserError with its own last line when it fails */
export async function judge(
  { python, script, isQuick, skipped = [] }: Judge,
  table: JudgedTable,
  files: RunFiles,
): Promise<Verdict> {
  const tables = [files.train, files.test, files.synthetic];
  const skip = skipped.length > 0 ? ['--skip', skipped.join(',')] : [];
  await runProgram(
    python,
    [script, ...tables, ...judgeArguments(table, isQuick), ...skip, '--json', files.verdict],
    'The judge',
  );
  return JSON.parse(await readFile(files.verdict, 'utf8')) as Verdict;
}

/** The judge's options for a table. */
export function judgeArguments(table: JudgedTable, isQuick: boolean): string[] {
  return [
    ...['--target', table.target, '--task', table.task],
    ...(table.categorical.length > 0 ? ['--categorical', table.categorical.join(',')] : []),
    ...(table.isRawTarget ? ['--raw-y'] : []),
    ...(isQuick ? ['--quick'] : []),
  ];
}

async function runProgram(program: string, programArguments: string[], who: string): Promise<void> {
  try {
    await start(program, programArguments, { maxBuffer: mostOutputBytes });
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    throw new UserError(`${who} failed: ${stderr.trim().split('\n').at(-1) || message}`);
  }
}
