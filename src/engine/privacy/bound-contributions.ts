import { UserError } from '../errors';
import { selectRows, type TypedTable } from '../typed-table';
import type { PrivacyUnit } from './ledger';
import type { NoiseSource } from './noise-source';
import { privacyWords } from './words';

/** All rows of one identifier. */
type SubjectUnit = Extract<PrivacyUnit, { readonly kind: 'subject' }>;

/**
 * Keeps so many rows of each subject at most, at random, so that one subject changes no count by more. A row without a
 * subject's identifier is a subject of its own. Which rows are kept of one subject hangs on no other's: each row draws a
 * place in line, from the noise and not from a seed that a manifest tells.
 * @throws UserError where the column that tells subjects apart is not kept in the table
 */
export function boundContributions(table: TypedTable, unit: PrivacyUnit, noise: NoiseSource): TypedTable {
  if (unit.kind === 'row') return table;
  const kept = rowsOfSubjects(table, unit).flatMap((rows) => chosenOf(rows, unit.mostRows, noise));
  return kept.length === table.rowCount ? table : selectRows(table, Uint32Array.from(kept).sort());
}

/**
 * The rows of each subject, ascending.
 * @throws UserError where the column that tells subjects apart is not kept in the table
 */
export function rowsOfSubjects(table: TypedTable, { column: name }: SubjectUnit): Uint32Array[] {
  const column = table.columns.find(({ schema }) => schema.name === name);
  if (!column) throw new UserError(privacyWords().keepSubjectColumn(name));
  const keys = column.type === 'numeric' ? column.values : column.codes;
  const isNobody = (key: number) => Number.isNaN(key) || (column.type === 'categorical' && key < 0);
  const rowsOf = new Map<number, number[]>();
  const alone: number[][] = [];
  keys.forEach((key, row) => {
    const known = rowsOf.get(key);
    if (isNobody(key)) alone.push([row]);
    else if (known) known.push(row);
    else rowsOf.set(key, [row]);
  });
  return [...rowsOf.values(), ...alone].map((rows) => Uint32Array.from(rows));
}

function chosenOf(rows: Uint32Array, most: number, noise: NoiseSource): number[] {
  if (rows.length <= most) return [...rows];
  const places = rows.map((_, place) => place);
  const line = Float64Array.from(places, () => noise.uniform());
  return [...places.sort((a, b) => line[a] - line[b]).subarray(0, most)].map((place) => rows[place]);
}
