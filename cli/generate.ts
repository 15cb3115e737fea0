import { writeFile as writeText } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { UserError } from '../src/engine/errors';
import { generateTable, type RowSlice } from '../src/engine/generate/generate-table';
import { describeGiven, drawGiven } from './given';
import { checkDestination, formatOf, writeFile } from './files';
import { openModel } from './model-files';
import { oneOf, wholeNumber } from './options';

const options = {
  model: { type: 'string' },
  out: { type: 'string' },
  rows: { type: 'string' },
  seed: { type: 'string' },
  shard: { type: 'string' },
  header: { type: 'string' },
  given: { type: 'string', multiple: true },
  summary: { type: 'string' },
  quiet: { type: 'boolean' },
} as const;

/** `understudy generate`: writes synthetic rows from a saved model, or one of several shards of them. */
export async function generate(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const { model: path, out, summary } = values;
  if (path === undefined) throw new UserError('Name the model that --save-model wrote: --model MODEL');
  if (out === undefined) throw new UserError('Say where the synthetic table goes: --out SYNTHETIC.csv');
  const format = formatOf(out);
  await checkDestination(out, '--out', path);
  if (summary !== undefined) await checkDestination(summary, '--summary', path);
  const wanted = { rows: wholeNumber('rows', values.rows, 1), seed: wholeNumber('seed', values.seed, 0) };
  const shard = readShard(values.shard);
  const conditions = values.given ?? [];
  if (conditions.length > 0 && shard.shards > 1)
    throw new UserError(
      'Shards cannot have conditions, as how many rows must be drawn for them is known only afterwards: leave out --given or --shard.',
    );
  const header = oneOf('header', values.header, ['first', 'always', 'never']) ?? 'first';
  const { model, saved } = await openModel(path);
  const { rows = saved.facts.rows, seed = saved.facts.seed } = wanted;
  const slice = sliceOf(shard, rows);
  const started = performance.now();
  const { extremes, delimiter, promise } = saved.facts;
  const given = conditions.length > 0 ? drawGiven(model, conditions, rows, seed) : null;
  const chunks = given?.chunks ?? generateTable(model, { rows, seed, extremes, slice });
  const written = await writeFile(out, chunks, {
    schema: { columns: saved.columns.map((column) => column.schema) },
    dialect: { delimiter },
    hasHeader: header === 'first' ? shard.place === 1 : header === 'always',
  });
  model.dispose();
  const seconds = (performance.now() - started) / 1000;
  if (!values.quiet)
    process.stderr.write(
      `Wrote ${written.rowCount} rows to ${out} in ${seconds.toFixed(1)} s.\n${given ? `${given.describe()}\n` : ''}${promise}\n`,
    );
  if (summary === undefined) return;
  const content = {
    rows: written.rowCount,
    columns: saved.columns.length,
    model: saved.kind,
    seed,
    shard: { ...shard, ...slice, ofRows: rows },
    format,
    sha256: written.sha256,
    generateSeconds: seconds,
    processorSeconds: processorSeconds(),
    peakMemoryMB: process.resourceUsage().maxRSS / 1024,
    promise,
    ...(given ? { given: describeGiven(given) } : {}),
  };
  await writeText(summary, `${JSON.stringify(content, null, 2)}\n`);
}

/** Of this process since it began. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

interface Shard {
  /** 1 … shards */
  readonly place: number;
  readonly shards: number;
}

function readShard(text = '1/1'): Shard {
  const found = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec(text);
  const [place, shards] = (found?.slice(1) ?? []).map(Number);
  if (!found || place > shards)
    throw new UserError(`--shard must be like 3/8, the third of eight, not "${text}".`);
  return { place, shards };
}

/** Shards of as many rows, to within one. */
function sliceOf({ place, shards }: Shard, rows: number): RowSlice {
  if (shards > rows)
    throw new UserError(
      `${rows} rows cannot be cut into ${shards} shards: ask for more rows, or for fewer shards.`,
    );
  const end = (shard: number) => Math.floor(rows / shards) * shard + Math.min(shard, rows % shards);
  return { from: end(place - 1), to: end(place) };
}
