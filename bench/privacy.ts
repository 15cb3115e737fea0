import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/bundle';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../src/engine/backend/prepare-backend';
import { UserError } from '../src/engine/errors';
import { type PrivateMechanism, privateMechanisms } from '../src/engine/privacy/settings';
import { synthesizePrivately } from './privacy/synthesize-privately';
import { type PrivateCell, type PrivateResult, isSameCell, toMarkdown } from './privacy/results';
import { findTable, prepareTable, resultFiles } from './quality/table-files';
import { checkPython, judge, type Judge } from './quality/programs';

const options = {
  tables: { type: 'string', default: 'adult' },
  epsilons: { type: 'string', default: '0.5,1,3,8' },
  mechanisms: { type: 'string', default: privateMechanisms.join(',') },
  seeds: { type: 'string', default: '1,2,3' },
  delta: { type: 'string', default: '1e-5' },
  'private-facts': { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  results: { type: 'string' },
  data: { type: 'string', default: join(root, '../shared/data') },
  judge: { type: 'string', default: join(root, '../shared/bench/evaluate.py') },
  python: { type: 'string', default: 'python3' },
} as const;

/**
 * `npm run bench privacy [-- --tables adult --epsilons 0.5,1,3,8 --mechanisms hybrid,dp-sgd,aim,mst,independent --seeds 1,2,3
 * --delta 1e-5 --private-facts --quick --results FILE.jsonl --data FOLDER --judge PATH/evaluate.py --python PROGRAM]`: learns
 * each table's training rows under (ε, δ)-differential privacy, has the independent judge compare as many synthetic rows with
 * them, and prints medians over the seeds as Markdown. A seed tells the network's weights and the draws: the noise is new every
 * time. Bounds and lists of categories are public (privacy/code-books.ts), or found and paid for with --private-facts. --quick: the
 * judge trains one model in place of 36. --results: each run's figures are added to that file, and what it holds is not run again.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const by: Judge = {
    python: values.python,
    script: resolve(values.judge),
    isQuick: values.quick,
    skipped: ['alpha', 'dcr'],
  };
  if (!existsSync(by.script))
    throw new UserError('The judge is not there: name its script with --judge PATH/evaluate.py.');
  if (!existsSync(values.data))
    throw new UserError('The tables are not there: name their folder with --data FOLDER.');
  await checkPython(by.python);
  await prepareBackend('wasm', embeddedMeans);
  const known = values.results === undefined ? [] : await readResults(values.results);
  const results: PrivateResult[] = [];
  for (const cell of cellsOf(values)) {
    const found = known.find((result) => isSameCell(result, cell));
    const result = found ?? (await measure(cell, Number(values.delta), resolve(values.data), by));
    results.push(result);
    if (!found && values.results !== undefined)
      await appendFile(values.results, `${JSON.stringify(result)}\n`);
  }
  console.log(toMarkdown(results));
}

interface Asked {
  readonly tables: string;
  readonly epsilons: string;
  readonly mechanisms: string;
  readonly seeds: string;
  readonly quick: boolean;
  readonly 'private-facts': boolean;
}

function cellsOf({ tables, epsilons, mechanisms, seeds, quick, ...asked }: Asked): PrivateCell[] {
  const shared = { isPublic: !asked['private-facts'], isQuick: quick };
  return tables.split(',').flatMap((table) =>
    epsilons.split(',').flatMap((epsilon) =>
      mechanisms.split(',').flatMap((mechanism) =>
        seeds.split(',').map((seed) => ({
          table: findTable(table).name,
          epsilon: Number(epsilon),
          mechanism: readMechanism(mechanism),
          seed: Number(seed),
          ...shared,
        })),
      ),
    ),
  );
}

async function measure(cell: PrivateCell, delta: number, data: string, by: Judge): Promise<PrivateResult> {
  process.stderr.write(`${cell.table}, ${cell.mechanism}, ε = ${cell.epsilon}, seed ${cell.seed}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'understudy-privacy-'));
  try {
    const table = findTable(cell.table);
    const files = { ...(await prepareTable(table, data, folder, null)), ...resultFiles(folder) };
    const seconds = await synthesizePrivately(table, files, cell, delta);
    return { ...cell, ...seconds, verdict: await judge(by, table, files) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readResults(path: string): Promise<PrivateResult[]> {
  if (!existsSync(path)) return [];
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as PrivateResult);
}

function readMechanism(text: string): PrivateMechanism {
  const found = privateMechanisms.find((mechanism) => mechanism === text);
  if (found) return found;
  throw new UserError(`--mechanisms are ${privateMechanisms.join(', ')}, not "${text}".`);
}
