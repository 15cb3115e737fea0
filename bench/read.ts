import { createReadStream, statSync } from 'node:fs';
import Papa from 'papaparse';
import { inferSchema, initParser, type Parser } from 'udsv';
import { ColumnBuilder } from '../src/io/csv/column-builder';
import { readTable } from '../src/io/read-table';

const chunkBytes = 4 * 1024 * 1024;

/** What each reader is asked for; the first is ours. */
const readers: Readonly<Record<string, (path: string) => Promise<Size>>> = {
  understudy: readOurs,
  udsv: readWithUdsv,
  papaparse: readWithPapa,
};

/**
 * `npm run bench read FILE.csv [understudy|udsv|papaparse]`: seconds to read the file into typed columns, beside uDSV, which
 * only cuts the rows into strings, and PapaParse with the same column builders behind it. With a name, that one alone, for
 * its peak memory.
 */
export async function run([path, only]: string[]): Promise<void> {
  const names = only === undefined ? Object.keys(readers) : [only].filter((name) => name in readers);
  if (path === undefined || names.length === 0) {
    console.log('Say which file: npm run bench read FILE.csv [understudy|udsv|papaparse]');
    return;
  }
  const megabytes = statSync(path).size / 1e6;
  const seconds: Seconds[] = [];
  for (const name of names) seconds.push(await measure(name, megabytes, () => readers[name](path)));
  const [ours, ...rivals] = seconds;
  for (const [index, { wall, cpu }] of rivals.entries()) {
    console.log(
      `understudy takes ${(ours.wall / wall).toFixed(2)} of ${names[index + 1]}'s wall time, ${(ours.cpu / cpu).toFixed(2)} of its processor time`,
    );
  }
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

async function measure(name: string, megabytes: number, read: () => Promise<Size>): Promise<Seconds> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const { rows, columns } = await read();
  const wall = (performance.now() - before) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = (user + system) / 1e6;
  console.log(
    `${name}: ${rows} rows × ${columns} columns, ${wall.toFixed(2)} s (${cpu.toFixed(2)} s of processor), ${(megabytes / wall).toFixed(0)} MB/s`,
  );
  return { wall, cpu };
}

async function readOurs(path: string): Promise<Size> {
  const chunks = createReadStream(path, { highWaterMark: chunkBytes });
  const { table } = await readTable(chunks, { byteCount: statSync(path).size, choice: {} });
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
          const bytes = encoder.encode(data[index] ?? '');
          builder.add(bytes, 0, bytes.length);
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
