import { createReadStream, statSync } from 'node:fs';
import Papa from 'papaparse';
import type { Table } from '../src/engine/table';
import { ColumnBuilder } from '../src/io/csv/column-builder';
import { readTable } from '../src/io/read-table';

const chunkBytes = 4 * 1024 * 1024;

/**
 * `npm run bench read FILE.csv [understudy|papaparse]`: seconds to read the file into typed columns, with PapaParse
 * cutting the cells and the same column builders behind it as the rival. With a name, that one alone, for its peak memory.
 */
export async function run([path, only]: string[]): Promise<void> {
  if (path === undefined) {
    console.log('Say which file: npm run bench read FILE.csv [understudy|papaparse]');
    return;
  }
  const megabytes = statSync(path).size / 1e6;
  const ours = only === 'papaparse' ? null : await measure('understudy', megabytes, () => readOurs(path));
  const theirs =
    only === 'understudy' ? null : await measure('papaparse', megabytes, () => readWithPapa(path));
  if (ours !== null && theirs !== null) {
    console.log(
      `papaparse / understudy: ${(theirs.wall / ours.wall).toFixed(2)} in wall time, ${(theirs.cpu / ours.cpu).toFixed(2)} in processor time`,
    );
  }
  console.log(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

interface Seconds {
  readonly wall: number;
  readonly cpu: number;
}

async function measure(name: string, megabytes: number, read: () => Promise<Table>): Promise<Seconds> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const { rowCount, columns } = await read();
  const wall = (performance.now() - before) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = (user + system) / 1e6;
  console.log(
    `${name}: ${rowCount} rows × ${columns.length} columns, ${wall.toFixed(2)} s (${cpu.toFixed(2)} s of processor), ${(megabytes / wall).toFixed(0)} MB/s`,
  );
  return { wall, cpu };
}

async function readOurs(path: string): Promise<Table> {
  const chunks = createReadStream(path, { highWaterMark: chunkBytes });
  return (await readTable(chunks, { byteCount: statSync(path).size, choice: {} })).table;
}

/** Streams rows of strings out of PapaParse and puts them into the same columns; it hashes nothing. */
function readWithPapa(path: string): Promise<Table> {
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
        resolve({ rowCount, columns: builders.map((builder, index) => builder.finish(names[index])) }),
      error: reject,
    });
  });
}
