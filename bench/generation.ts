import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openFile } from '../cli/files';
import { enableRelaxedSimd } from '../cli/relaxed-simd';
import { root } from '../scripts/bundle';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../src/engine/backend/prepare-backend';
import { UserError } from '../src/engine/errors';
import { generateTable } from '../src/engine/generate/generate-table';
import { interpretTable } from '../src/engine/interpret';
import { type Ensemble, takeTurns } from '../src/engine/models/autoregressive/ensemble';
import { type AutoregressiveModel, isAutoregressive } from '../src/engine/models/autoregressive/model';
import { Sampler } from '../src/engine/models/autoregressive/sampler';
import type { TableModel } from '../src/engine/models/table-model';
import { trainModel } from '../src/engine/train/train-model';
import { defaultTrainingSettings, type Preset } from '../src/engine/train/types';
import type { TypedTable } from '../src/engine/typed-table';
import { writeTable } from '../src/io/write/write-table';
import { median } from './quality/results-table';

const options = {
  table: { type: 'string', default: join(root, '../shared/data/adult/train.csv') },
  preset: { type: 'string', default: 'balanced' },
  rounds: { type: 'string', default: '7' },
  rows: { type: 'string', default: '65536' },
  most: { type: 'string', default: '1000000' },
  here: { type: 'boolean', default: false },
} as const;

/** What one round took. */
interface Round {
  /** Rows per second, of the clock and of processor time (garbage collection included). */
  readonly rows: number;
  readonly processor: number;
  /** Rows per second of each chunk. */
  readonly chunks: readonly number[];
}

type Way = 'own' | 'file' | 'tensors';

/**
 * `npm run bench generation [-- --table FILE.csv --preset balanced --rounds N --rows N --most N]`: rows made per second
 * in Node, one worker, from a model of the table, by the kernels and by TF.js's WASM backend, taking turns in one run:
 * drawn and decoded into typed columns; and written as CSV with the file's SHA-256. Medians of the rounds. Then so many
 * rows as `most` says are written away, for the peak of memory. Processor time, and the median of single chunks (a
 * hundredth of a second), say what a machine's other work hides.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  if (!existsSync(values.table))
    throw new UserError('The table is not there: name its file with --table FILE.csv.');
  if (!values.here) {
    runApart(args);
    return;
  }
  enableRelaxedSimd();
  const rows = Number(values.rows);
  await prepareBackend('wasm', embeddedMeans);
  const model = await learn(values.table, values.preset as Preset);
  const learnt = megabytes();
  const ways: Record<Way, Round[]> = { own: [], file: [], tensors: [] };
  const members = membersOf(model);
  const tensors = {
    ...model,
    sampler: () => takeTurns(members.map(({ network, builder }) => new Sampler(network, builder))),
  };
  for (let round = 0; round < Number(values.rounds); round++) {
    ways.own.push(await measure(model, rows, drain));
    ways.tensors.push(await measure(tensors, Math.ceil(rows / 16), drain));
    ways.file.push(await measure(model, rows, writeAway));
  }
  report(members, ways);
  const drawn = megabytes();
  const { rowCount, byteCount } = await writeAway(chunksOf(model, Number(values.most)));
  console.log(
    `\nPeak memory: ${learnt} MB when it had learnt, ${drawn} MB after the rounds, ${megabytes()} MB after ${rowCount} rows (${Math.round(byteCount / 1e6)} MB of CSV).`,
  );
}

/** In a process of its own, whose memory is not that of the bundler. */
function runApart(args: readonly string[]): void {
  const call = `(await import(${JSON.stringify(import.meta.url)})).run(${JSON.stringify([...args, '--here'])})`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', `await ${call}`], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

async function learn(path: string, preset: Preset): Promise<TableModel> {
  const { table, schema } = await openFile(path);
  const settings = { ...defaultTrainingSettings, preset };
  const { model, summary } = await trainModel(
    interpretTable(table, schema),
    settings,
    {
      backend: 'wasm',
      isWatched: false,
      now: () => performance.now(),
      breathe: () => Promise.resolve(),
      wantsStop: () => false,
      onEvent: () => undefined,
    },
    null,
  );
  console.log(
    `Learnt in ${summary.seconds.toFixed(0)} s; validation loss ${summary.validationLoss?.toFixed(3)}.`,
  );
  return model;
}

/** The networks that take turns, or the one. */
function membersOf(model: TableModel | Ensemble): readonly AutoregressiveModel[] {
  if ('members' in model) return model.members;
  if (isAutoregressive(model)) return [model];
  throw new Error('The benchmark measures networks.');
}

function chunksOf(model: TableModel, rows: number): AsyncGenerator<TypedTable> {
  return generateTable(model, { rows, seed: 1, extremes: 'near' });
}

async function drain(chunks: AsyncIterable<TypedTable>): Promise<void> {
  for await (const chunk of chunks) if (chunk.rowCount === 0) throw new Error('A chunk is empty.');
}

/** Writes a file to nowhere. */
function writeAway(chunks: AsyncIterable<TypedTable>) {
  return writeTable(chunks, 'csv', { guardFormulas: false }, { write: () => undefined });
}

async function measure(
  model: TableModel,
  rows: number,
  take: (chunks: AsyncIterable<TypedTable>) => Promise<unknown>,
): Promise<Round> {
  const chunks: number[] = [];
  const processorBefore = process.cpuUsage();
  const before = performance.now();
  await take(timed(chunksOf(model, rows), (rate) => chunks.push(rate)));
  const seconds = (performance.now() - before) / 1000;
  const { user, system } = process.cpuUsage(processorBefore);
  return { rows: rows / seconds, processor: rows / ((user + system) / 1e6), chunks };
}

/** Tells of each chunk at how many rows per second it was made, and taken. */
async function* timed(
  chunks: AsyncIterable<TypedTable>,
  onChunk: (rate: number) => void,
): AsyncGenerator<TypedTable> {
  let before = performance.now();
  for await (const chunk of chunks) {
    yield chunk;
    const now = performance.now();
    onChunk((1000 * chunk.rowCount) / (now - before));
    before = now;
  }
}

function report(members: readonly AutoregressiveModel[], ways: Record<Way, readonly Round[]>): void {
  const { plan, parameterCount } = members[0].network;
  const line = (name: string, rounds: readonly Round[]) => {
    const rates = [
      median(rounds.map(({ rows }) => rows)),
      median(rounds.flatMap(({ chunks }) => chunks)),
      median(rounds.map(({ processor }) => processor)),
    ];
    return `| ${[name, ...rates.map((rate) => Math.round(rate).toLocaleString('en'))].join(' | ')} |`;
  };
  const ratio = median(ways.own.map(({ processor }, i) => processor / ways.tensors[i].processor));
  console.log(
    [
      `${members.length} networks of ${plan.columns.length} columns, ${plan.options.hidden} hidden, ${plan.outputWidth} outputs, ${plan.targetWidth} targets, ${parameterCount} trained weights; medians of ${ways.own.length} rounds.`,
      '',
      '| rows made | rows/s | in single chunks | rows per second of processor time |',
      '| --- | ---: | ---: | ---: |',
      line('drawn and decoded', ways.own),
      line('the same, and written as CSV', ways.file),
      line("drawn by TF.js's operations and decoded", ways.tensors),
      '',
      `The kernels make ${ratio.toFixed(1)} times as many rows in the same processor time.`,
    ].join('\n'),
  );
}

/** The most memory that the process has held. */
function megabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
