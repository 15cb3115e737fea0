import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { root } from '../scripts/bundle';

const start = promisify(execFile);
const target = 100e6;

/** What `understudy generate --summary` says, as far as it is shown here. */
interface Summary {
  readonly rows: number;
  readonly sha256: string;
  readonly generateSeconds: number;
  readonly processorSeconds: number;
  readonly peakMemoryMB: number;
}

/**
 * `npm run bench scale -- MODEL [--rows N] [--processes P]`: rows a second from a saved model, by one process and by several
 * that draw a shard each, with the built command line; whether the shards are the whole; memory for a tenth of the rows and for all.
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { rows: { type: 'string' }, processes: { type: 'string' } },
    allowPositionals: true,
  });
  const [model] = positionals;
  if (model === undefined) {
    console.log('Say which model: npm run bench scale -- MODEL [--rows N] [--processes P]');
    return;
  }
  const rows = Number(values.rows ?? 1e6);
  const processes = Number(values.processes ?? availableParallelism());
  const folder = await mkdtemp(join(tmpdir(), 'understudy-scale-'));
  try {
    const few = await generate(model, rows / 10, 1, 1, folder);
    const one = await generate(model, rows, 1, 1, folder);
    console.log(`a tenth of the rows: ${describe(few, few.generateSeconds)}`);
    console.log(`one process: ${describe(one, one.generateSeconds)}`);
    const before = performance.now();
    const places = Array.from({ length: processes }, (_, i) => i + 1);
    const shards = await Promise.all(places.map((place) => generate(model, rows, place, processes, folder)));
    const seconds = (performance.now() - before) / 1000;
    console.log(`${processes} processes at once: ${describe(total(shards), seconds)}`);
    const digest = await digestOf(places.map((place) => join(folder, `${place} of ${processes}.csv`)));
    console.log(`shards together ${digest === one.sha256 ? 'are' : 'ARE NOT'} the whole file`);
    const perProcessor = rows / one.processorSeconds;
    console.log(
      `${target / 1e6} million rows: ${(target / perProcessor / 60).toFixed(0)} minutes of one processor at ${perProcessor.toFixed(0)} rows/s`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function generate(
  model: string,
  rows: number,
  place: number,
  shards: number,
  folder: string,
): Promise<Summary> {
  const name = join(folder, `${place} of ${shards}`);
  await start(process.execPath, [
    join(root, 'dist/cli/understudy.js'),
    ...['generate', '--model', model, '--out', `${name}.csv`, '--summary', `${name}.json`, '--quiet'],
    ...['--rows', String(rows), '--shard', `${place}/${shards}`],
  ]);
  return JSON.parse(await readFile(`${name}.json`, 'utf8')) as Summary;
}

function total(shards: readonly Summary[]): Summary {
  const sum = (of: (summary: Summary) => number) => shards.reduce((whole, shard) => whole + of(shard), 0);
  return {
    ...shards[0],
    rows: sum((shard) => shard.rows),
    processorSeconds: sum((shard) => shard.processorSeconds),
    peakMemoryMB: Math.max(...shards.map((shard) => shard.peakMemoryMB)),
  };
}

function describe({ rows, processorSeconds, peakMemoryMB }: Summary, seconds: number): string {
  return (
    `${rows} rows in ${seconds.toFixed(1)} s, ${(rows / seconds).toFixed(0)} rows/s; ` +
    `${(rows / processorSeconds).toFixed(0)} rows a second of processor; at most ${peakMemoryMB.toFixed(0)} MB a process`
  );
}

async function digestOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths)
    for await (const bytes of createReadStream(path)) hash.update(bytes as Uint8Array);
  return hash.digest('hex');
}
