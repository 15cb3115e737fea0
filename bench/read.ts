import { createReadStream, statSync } from 'node:fs';
import Papa from 'papaparse';
import { inferSchema, initParser, type Parser } from 'udsv';
import { nativeHash } from '../cli/native-hash';
import { ColumnBuilder } from '../src/io/csv/column-builder';
import { readTable } from '../src/io/read-table';
import type { RunningHash } from '../src/io/watched-chunks';
import { withPageHash } from './read/page-hash';

const chunkBytes = 4 * 1024 * 1024;

const rounds = 3;

/** What each reader is asked for; the first is ours as the command line reads, the second as the page does. */
const readers: Readonly<Record<string, (path: string) => Promise<Size>>> = {
  understudy: (path) => readOurs(path, nativeHash()),
  'understudy in WebAssembly': (path) => withPageHash((hash) => readOurs(path, hash)),
  udsv: readWithUdsv,
  papaparse: readWithPapa,
};

/**
 * `npm run bench read FILE.csv [understudy|udsv|papaparse]`: seconds to read the file into typed columns, beside uDSV, which
 * only cuts the rows into strings, and PapaParse with the same column builders behind it. All read the same file, which lies in
 * memory, in three rounds, each of which begins with another; ratios are within a round, and their median is told. With
 * a name, that one alone, for its peak memory.
 */
export async function run([path, only]: string[]): Promise<void> {
  const names = only === undefined ? Object.keys(readers) : [only].filter((name) => name in readers);
  if (path === undefined || names.length === 0) {
    console.log('Say which file: npm run bench read FILE.csv [understudy|udsv|papaparse]');
    return;
  }
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) void chunk;
  const seconds = new Map<string, Seconds[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const inTurn = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
    for (const name of inTurn) seconds.get(name)?.push(await measure(name, path));
  }
  for (const [name, of] of seconds) tell(name, of, statSync(path).size / 1e6);
  for (const ours of names.filter((name) => name.startsWith('understudy')))
    for (const rival of names.filter((name) => !name.startsWith('understudy')))
      compare(ours, seconds.get(ours) ?? [], rival, seconds.get(rival) ?? []);
  console.log(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

interface Seconds {
  readonly wall: number;
  readonly cpu: number;
}

async function measure(name: string, path: string): Promise<Seconds> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const { rows, columns } = await readers[name](path);
  const wall = (performance.now() - before) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = (user + system) / 1e6;
  console.log(
    `${name}: ${rows} rows × ${columns} columns, ${wall.toFixed(2)} s (${cpu.toFixed(2)} s of processor)`,
  );
  return { wall, cpu };
}

function tell(name: string, seconds: readonly Seconds[], megabytes: number): void {
  const wall = median(seconds.map((one) => one.wall));
  const cpu = median(seconds.map((one) => one.cpu));
  console.log(
    `${name}: median ${wall.toFixed(2)} s (${cpu.toFixed(2)} s of processor), ${(megabytes / wall).toFixed(0)} MB/s`,
  );
}

function compare(ours: string, mine: readonly Seconds[], rival: string, theirs: readonly Seconds[]): void {
  const wall = median(mine.map((one, round) => one.wall / theirs[round].wall));
  const cpu = median(mine.map((one, round) => one.cpu / theirs[round].cpu));
  console.log(
    `${ours} takes ${wall.toFixed(2)} of ${rival}'s wall time, ${cpu.toFixed(2)} of its processor time`,
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

async function readOurs(path: string, hash: RunningHash): Promise<Size> {
  const chunks = createReadStream(path, { highWaterMark: chunkBytes });
  const { table } = await readTable(chunks, { byteCount: statSync(path).size, choice: {}, hash });
  return { rows: table.rowCount, columns: table.columns.length };
}

/** Streams rows of strings out of uDSV and lets go of each: it makes no number, keeps no column and hashes nothing. */
async function readWithUdsv(path: string): Promise<Size> {
  const decoder = new TextDecoder();
  let parser: Parser | null = null;
  let rows = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    parser ??= initParser(inferSchema(text));
    parser.chunk(text, undefined, () => void rows++);
  }
  parser?.end();
  return { rows, columns: parser?.schema.cols.length ?? 0 };
}

/** Streams rows of strings out of PapaParse and puts them into the same columns; it hashes nothing. */
function readWithPapa(path: string): Promise<Size> {
  const encoder = new TextEncoder();
  let room = new Uint8Array(1 << 16);
  let names: string[] = [];
  let builders: ColumnBuilder[] = [];
  let rowCount = 0;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(path, { highWaterMark: chunkBytes }), {
      skipEmptyLines: true,
      step: ({ data }) => {
        if (names.length === 0) {
          names = data;
          builders = names.map(() => new ColumnBuilder('.', () => undefined));
          return;
        }
        rowCount++;
        for (const [index, builder] of builders.entries()) {
          const cell = data[index] ?? '';
          if (cell.length * 3 > room.length) room = new Uint8Array(cell.length * 3);
          builder.add(room, 0, encoder.encodeInto(cell, room).written);
        }
      },
      complete: () =>
        resolve({
          rows: rowCount,
          columns: builders.map((builder, index) => builder.finish(names[index])).length,
        }),
      error: reject,
    });
  });
}
