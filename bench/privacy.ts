import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openFile, writeFile } from '../cli/files';
import { root } from '../scripts/bundle';
import { UserError } from '../src/engine/errors';
import { generateTable } from '../src/engine/generate/generate-table';
import { interpretTable } from '../src/engine/interpret';
import { type MarginalMechanism, marginalMechanisms } from '../src/engine/models/marginals/fit-marginals';
import { learnMarginals } from '../src/engine/models/marginals/learn-marginals';
import { Ledger } from '../src/engine/privacy/ledger';
import { secureNoise } from '../src/engine/privacy/noise-source';
import type { TableSchema } from '../src/engine/schema';
import { codeBookOf } from './privacy/code-books';
import { type PrivateResult, toMarkdown } from './privacy/results';
import { findTable, prepareTable, resultFiles } from './quality/table-files';
import type { JudgedTable } from './quality/judged-tables';
import { checkPython, judge, type Judge, type RunFiles } from './quality/programs';

const options = {
  tables: { type: 'string', default: 'adult' },
  epsilons: { type: 'string', default: '0.5,1,3,8' },
  mechanisms: { type: 'string', default: marginalMechanisms.join(',') },
  repeats: { type: 'string', default: '1' },
  delta: { type: 'string', default: '1e-5' },
  'private-facts': { type: 'boolean', default: false },
  data: { type: 'string', default: join(root, '../shared/data') },
  judge: { type: 'string', default: join(root, '../shared/bench/evaluate.py') },
  python: { type: 'string', default: 'python3' },
} as const;

/**
 * `npm run bench privacy [-- --tables adult --epsilons 0.5,1,3,8 --mechanisms aim,mst,independent --repeats 1 --delta 1e-5
 * --private-facts --data FOLDER --judge PATH/evaluate.py --python PROGRAM]`: learns each table's training rows under
 * (ε, δ)-differential privacy, has the independent judge compare as many synthetic rows with them, and prints its figures as
 * Markdown. Bounds and lists of categories are public (privacy/code-books.ts), or found and paid for with --private-facts.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const by: Judge = { python: values.python, script: resolve(values.judge), isQuick: true };
  if (!existsSync(by.script))
    throw new UserError('The judge is not there: name its script with --judge PATH/evaluate.py.');
  if (!existsSync(values.data))
    throw new UserError('The tables are not there: name their folder with --data FOLDER.');
  await checkPython(by.python);
  const folder = await mkdtemp(join(tmpdir(), 'understudy-privacy-'));
  try {
    const results: PrivateResult[] = [];
    for (const table of values.tables.split(',').map(findTable)) {
      const files = { ...(await prepareTable(table, resolve(values.data), folder)), ...resultFiles(folder) };
      for (const mechanism of values.mechanisms.split(',').map(readMechanism)) {
        for (const epsilon of values.epsilons.split(',').map(Number)) {
          for (let repeat = 0; repeat < Number(values.repeats); repeat++) {
            process.stderr.write(`${table.name}, ${mechanism}, ε = ${epsilon}\n`);
            const plan = {
              mechanism,
              epsilon,
              delta: Number(values.delta),
              isPublic: !values['private-facts'],
            };
            const seconds = await synthesize(table, files, plan, repeat + 1);
            results.push({ table: table.name, ...plan, ...seconds, verdict: await judge(by, table, files) });
          }
        }
      }
    }
    console.log(toMarkdown(results));
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Plan {
  readonly mechanism: MarginalMechanism;
  readonly epsilon: number;
  readonly delta: number;
  readonly isPublic: boolean;
}

async function synthesize(
  judged: JudgedTable,
  files: RunFiles,
  { isPublic, ...plan }: Plan,
  seed: number,
): Promise<Pick<PrivateResult, 'learnSeconds' | 'generateSeconds'>> {
  const opened = await openFile(files.train);
  const schema = declaredSchema(opened.schema, judged);
  const table = interpretTable(opened.table, schema);
  const facts = isPublic ? codeBookOf(judged.name, table) : new Map<string, never>();
  const started = performance.now();
  const host = { breathe: () => Promise.resolve(), onProgress: () => undefined };
  const ledger = new Ledger({ kind: 'row' }, plan);
  const model = await learnMarginals(table, { ...plan, facts, rowsPerUnit: 1 }, ledger, secureNoise(), host);
  const learnt = performance.now();
  const rows = model.encoded.rowCount;
  await writeFile(files.synthetic, generateTable(model, { rows, seed, extremes: 'free' }), {
    schema,
    dialect: opened.dialect,
  });
  return { learnSeconds: (learnt - started) / 1000, generateSeconds: (performance.now() - learnt) / 1000 };
}

/** The schema with what the judge is told of the table: its categories, and its target. */
function declaredSchema({ columns }: TableSchema, { target, task, categorical }: JudgedTable): TableSchema {
  return {
    columns: columns.map((column) => {
      const isTarget = column.name === target;
      const isCategory = categorical.includes(column.name) || (isTarget && task === 'classification');
      const isKept = !isCategory || column.kind === 'boolean';
      return { ...column, ...(isKept ? {} : { kind: 'category' }), ...(isTarget ? { role: 'target' } : {}) };
    }),
  };
}

function readMechanism(text: string): MarginalMechanism {
  const found = marginalMechanisms.find((mechanism) => mechanism === text);
  if (found) return found;
  throw new UserError(`--mechanisms are ${marginalMechanisms.join(', ')}, not "${text}".`);
}
