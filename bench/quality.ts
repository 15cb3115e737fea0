import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/bundle';
import { buildWhenStale } from '../scripts/freshness';
import { UserError } from '../src/engine/errors';
import type { JudgedTable } from './quality/judged-tables';
import { checkPython, judge, type Judge, type RunFiles, synthesize } from './quality/programs';
import { type Result, toMarkdown } from './quality/results-table';
import { findTable, prepareTable, resultFiles } from './quality/table-files';

const options = {
  tables: { type: 'string', default: 'adult,magic,default' },
  seeds: { type: 'string', default: '1,2,3' },
  model: { type: 'string', default: 'autoregressive' },
  preset: { type: 'string', default: 'balanced' },
  holdout: { type: 'string' },
  rows: { type: 'string' },
  data: { type: 'string', default: join(root, '../shared/data') },
  judge: { type: 'string', default: join(root, '../shared/bench/evaluate.py') },
  python: { type: 'string', default: 'python3' },
  full: { type: 'boolean', default: false },
  ruler: { type: 'boolean', default: false },
} as const;

/**
 * `npm run bench quality [-- --tables adult,magic,default --seeds 1,2,3 --model autoregressive --preset balanced
 * --holdout SHARE --rows N --data FOLDER --judge PATH/evaluate.py --python PROGRAM --full --ruler]`: learns each table with the built command line,
 * has an independent Python script judge the synthetic table, and prints its figures as Markdown. The data and the
 * judge are not part of the repository. The command line's own settings hold where nothing is said: it keeps a tenth of
 * the training rows out of the model. With `--rows` it learns so many of the training rows alone.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const tables = values.tables.split(',').map(findTable);
  const judge: Judge = { python: values.python, script: resolve(values.judge), isQuick: !values.full };
  if (!existsSync(judge.script))
    throw new UserError('The judge is not there: name its script with --judge PATH/evaluate.py.');
  if (!existsSync(values.data))
    throw new UserError('The tables are not there: name their folder with --data FOLDER.');
  await checkPython(judge.python);
  buildWhenStale();
  const holdout = values.holdout ? ['--holdout', values.holdout] : [];
  const rows = values.rows ? readWhole(values.rows, '--rows is a whole number') : null;
  const settings = ['--model', values.model, '--preset', values.preset, ...holdout];
  const folder = await mkdtemp(join(tmpdir(), 'understudy-quality-'));
  try {
    const results: Result[] = [];
    const rulers: Result[] = [];
    for (const table of tables) {
      const parts = await prepareTable(table, resolve(values.data), folder, rows);
      const files = { ...parts, ...resultFiles(folder) };
      if (values.ruler) rulers.push(await measureRuler(table, files, judge));
      for (const seed of values.seeds
        .split(',')
        .map((seed) => readWhole(seed, '--seeds are whole numbers, with commas between them'))) {
        process.stderr.write(`${table.name}, seed ${seed}\n`);
        results.push(await measure(table, seed, files, settings, judge));
      }
    }
    console.log(toMarkdown(results));
    if (rulers.length > 0) console.log(`\n${toMarkdown(rulers)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(
  table: JudgedTable,
  seed: number,
  files: RunFiles,
  settings: readonly string[],
  by: Judge,
): Promise<Result> {
  const summary = await synthesize(files, ['--seed', String(seed), ...settings]);
  return { table: table.name, seed, summary, verdict: await judge(by, table, files) };
}

/**
 * The test rows in the synthetic table's place: what real rows come to. What compares with the test rows themselves says
 * nothing of them, and no program was run.
 */
async function measureRuler(table: JudgedTable, files: RunFiles, by: Judge): Promise<Result> {
  process.stderr.write(`${table.name}, held-out rows\n`);
  const verdict = await judge(by, table, { ...files, synthetic: files.test });
  return {
    table: `${table.name}, held-out rows`,
    seed: Number.NaN,
    summary: { trainSeconds: Number.NaN, generateSeconds: Number.NaN, peakMemoryMB: Number.NaN },
    verdict: { ...verdict, c2st_test_auc: Number.NaN, dcr_share: Number.NaN },
  };
}

function readWhole(text: string, rule: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0 && text.trim() !== '') return number;
  throw new UserError(`${rule}, not "${text}".`);
}
