import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { RandomStream } from '../../src/engine/random';

/** Lines written at once. */
const batch = 10_000;

/** Large tables that are made up, by what is large about them. */
export const largeTables = {
  /** 5,000,000 × 10, 200 MB: numbers of three digits; 20,000 different rows, drawn again and again. */
  numbers: (path: string) => {
    const random = new RandomStream(1, 'numbers');
    const cells = () => Array.from({ length: 10 }, () => 100 + random.int(900));
    const rows = Array.from({ length: 20_000 }, () => cells().join(','));
    return writeLines(path, namesOf(10), 5_000_000, () => rows[random.int(rows.length)]);
  },
  /** 6,050,000 × 5, 924 MB: texts that are all different, which take more room than they have letters. */
  texts: (path: string) => {
    const random = new RandomStream(1, 'texts');
    const hex = (letters: number) => random.uint32().toString(16).padStart(8, '0').slice(0, letters);
    const uuid = () => [8, 4, 4, 4].map(hex).join('-') + `-${hex(8)}${hex(4)}`;
    const line = (row: number) =>
      `${uuid()},${uuid()},person.${row}@example.org,${random.int(9999)} Some Street ${hex(8)},note ${hex(8)} on ${hex(8)}`;
    return writeLines(path, namesOf(5), 6_050_000, line);
  },
  /** 100 × 10,000, 3 MB. */
  columns: (path: string) => {
    const random = new RandomStream(1, 'columns');
    const cells = () => Array.from({ length: 10_000 }, () => random.int(100));
    return writeLines(path, namesOf(10_000), 100, () => cells().join(','));
  },
};

/** Writes a table's rows drawn again and again, until the file has so many bytes. The table's cells hold no line ends. */
export async function growTable(from: string, to: string, bytes: number): Promise<void> {
  const [header, ...rows] = (await readFile(from, 'utf8')).split('\n').filter((line) => line !== '');
  const random = new RandomStream(1, 'rows');
  const mean = rows.reduce((sum, row) => sum + row.length + 1, 0) / rows.length;
  await writeLines(to, header, Math.ceil(bytes / mean), () => rows[random.int(rows.length)]);
}

async function writeLines(
  path: string,
  header: string,
  rows: number,
  line: (row: number) => string,
): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (let row = 0; row < rows; row += batch) {
    const lines = Array.from({ length: Math.min(batch, rows - row) }, (_, i) => line(row + i));
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

function namesOf(columns: number): string {
  return Array.from({ length: columns }, (_, column) => `c${column}`).join(',');
}
