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
  const { data } = Papa.parse<string[]>(sample.makeCsv(), { skipEmptyLines: true });
  return fileOf(`${id}.csv`, Papa.unparse(data.slice(0, rows + 1)));
}

/** Enough rows to learn something from, few enough for seconds of training. */
export function smallTable(): TableFile {
  return sampleTable(800);
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
