import Papa from 'papaparse';
import { samples } from '../../src/samples';

/** A file for the page, without a disk. */
export interface TableFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function fileOf(name: string, content: string | Uint8Array): TableFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
}

/** The first rows of one of the page's own samples. */
export function sampleTable(rows: number, id = samples[0].id): TableFile {
  const sample = samples.find((one) => one.id === id);
  if (sample === undefined) throw new Error(`There is no sample named ${id}.`);
  return fileOf(`${id}.csv`, Papa.unparse(rowsOf(sample.makeCsv()).slice(0, rows + 1)));
}

/** A table without its other columns. */
export function withColumns(table: TableFile, names: readonly string[]): TableFile {
  const [header, ...rows] = rowsOf(table.buffer.toString());
  const places = names.map((name) => header.indexOf(name));
  return fileOf(table.name, Papa.unparse([names, ...rows.map((row) => places.map((place) => row[place]))]));
}

/** Enough rows to learn something from, few enough for seconds of training. */
export function smallTable(): TableFile {
  return sampleTable(400);
}

/** So many rows that learning them takes a while: a sample's, over and over. */
export function longTable(times = 6): TableFile {
  const [header, ...rows] = rowsOf(samples[0].makeCsv());
  return fileOf('long.csv', Papa.unparse([header, ...Array.from({ length: times }, () => rows).flat()]));
}

/** The rows of a CSV text, header first. */
export function rowsOf(text: string): string[][] {
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}
