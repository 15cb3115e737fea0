import { normalQuantile } from '../../models/gaussian-copula/normal-distribution';
import type { NoiseSource } from '../../privacy/noise-source';
import type { TypedTable } from '../../typed-table';
import { cutColumns, encodeRows } from './encode-privately';
import { looksNeeded, measureColumns } from './measure-columns';
import type { PrivateColumn } from './private-column';
import { checkFacts, type PublicFacts } from './public-facts';

/** A table as codes that were had privately. */
export interface PrivateRows {
  /** By the table's columns: their codes, and noisy counts of them. */
  readonly columns: readonly PrivateColumn[];
  /** About how many rows there are. */
  readonly rows: number;
  /** By the table's columns the code of each row. Private: to be counted with noise, or trained on with it. */
  readonly codes: readonly Int32Array[];
}

export interface PrepareOptions {
  readonly facts: PublicFacts;
  /** To be spent on counting the columns. */
  readonly rho: number;
  /** To be spent on keys that are not known beforehand: categories, and numbers that many rows have. */
  readonly keyDelta: number;
  /** About so many cells a number column. */
  readonly cells: number;
  /** Most rows that any unit has: the budgets above are a row's share of ρ, and a unit's δ. */
  readonly rowsPerUnit: number;
}

/**
 * Turns a table into codes at the cost of ρ for each row and, where it has keys to be found, δ for each unit. Neighbouring tables
 * are those of which one has a unit more.
 * @throws UserError where a public fact cannot be
 */
export async function prepareRows(
  table: TypedTable,
  { facts, rho, keyDelta, cells, rowsPerUnit }: PrepareOptions,
  noise: NoiseSource,
  breathe: () => Promise<void>,
): Promise<PrivateRows> {
  checkFacts(table, facts);
  const { histograms, keyed } = looksNeeded(table, facts);
  const sigma = Math.sqrt(Math.max(1, histograms) / (2 * rho));
  const threshold = keyThreshold(sigma, keyDelta / Math.max(1, keyed), rowsPerUnit);
  const measured = await measureColumns(table, facts, { noise, sigma, threshold }, breathe);
  const columns = cutColumns(measured, sigma, cells);
  const codes: Int32Array[] = [];
  for (const [index, column] of table.columns.entries()) {
    codes.push(encodeRows(column, columns[index]));
    await breathe();
  }
  return { columns, rows: measured.rows, codes };
}

/**
 * What no noisy count of a key that one unit alone has exceeds, but with probability δ at most: discrete Gaussian noise exceeds a
 * whole number no likelier than continuous noise exceeds the one before (Canonne, Kamath & Steinke 2020, proposition 25), and a
 * unit may have as many such keys as rows.
 */
export function keyThreshold(sigma: number, delta: number, rowsPerUnit: number): number {
  return 1 + rowsPerUnit - sigma * normalQuantile(delta / rowsPerUnit);
}
