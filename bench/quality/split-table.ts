import Papa from 'papaparse';
import { UserError } from '../../src/engine/errors';
import { permutation, RandomStream } from '../../src/engine/random';

/** Two CSV texts with commas and a header. */
export interface SplitTable {
  readonly train: string;
  readonly test: string;
}

const testShare = 0.2;

/**
 * Splits a CSV text of any delimiter by a seeded shuffle: four rows in five to learn from, the rest to judge with.
 * @param leftOut names of columns that neither part gets
 * @throws UserError when a column to be left out is not there, or there are too few rows
 */
export function splitTable(text: string, leftOut: readonly string[], seed: number): SplitTable {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  const [header, ...rows] = data;
  if (rows.length < 10) throw new UserError('The table has fewer than ten rows: too few to split and judge.');
  const kept = keptPlaces(header, leftOut);
  const order = permutation(rows.length, new RandomStream(seed, 'quality split'));
  const testRows = Math.round(testShare * rows.length);
  const write = (places: Uint32Array) =>
    Papa.unparse(
      [header, ...Array.from(places, (place) => rows[place])].map((row) => kept.map((column) => row[column])),
      { newline: '\n' },
    ) + '\n';
  return {
    test: write(order.slice(0, testRows).sort()),
    train: write(order.slice(testRows).sort()),
  };
}

/** The header and so many rows, chosen at random by the seed, in their order; all where there are no more. */
export function takeRows(text: string, count: number, seed: number): string {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  const [header, ...rows] = data;
  const chosen = permutation(rows.length, new RandomStream(seed, 'quality rows')).slice(0, count).sort();
  return Papa.unparse([header, ...Array.from(chosen, (place) => rows[place])], { newline: '\n' }) + '\n';
}

function keptPlaces(header: readonly string[], leftOut: readonly string[]): number[] {
  const absent = leftOut.find((name) => !header.includes(name));
  if (absent !== undefined) throw new UserError(`The table has no column ${absent} to leave out.`);
  return header.flatMap((name, place) => (leftOut.includes(name) ? [] : [place]));
}
