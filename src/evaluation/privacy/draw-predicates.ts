import { permutation, type RandomStream } from '../../engine/random';
import type { TypedTable } from '../../engine/typed-table';
import { countMatches, type Predicate, predicateOf, mediansOf, rareCellPredicates } from './predicates';

/** Columns of a predicate of several. */
const fewestColumns = 3;
const mostColumns = 8;
/** Candidates tried for each predicate wanted, at most. */
const candidatesPerPredicate = 10;

/** Predicates of one rare cell of the table, in random order: so many at most. Each holds for exactly one of its rows. */
export function drawRareCells(table: TypedTable, wanted: number, random: RandomStream): Predicate[] {
  const all = rareCellPredicates(table.columns);
  return Array.from(permutation(all.length, random).slice(0, wanted), (at) => all[at]);
}

/**
 * Predicates of what one row has in 3 to 8 random columns: so many at most. Each holds for exactly one row of the table.
 * `pause` is awaited with every candidate.
 */
export async function drawRowPredicates(
  table: TypedTable,
  wanted: number,
  random: RandomStream,
  pause: () => Promise<void>,
): Promise<Predicate[]> {
  const medians = mediansOf(table.columns);
  const predicates: Predicate[] = [];
  for (let tried = 0; predicates.length < wanted && tried < candidatesPerPredicate * wanted; tried++) {
    const row = random.int(table.rowCount);
    const predicate = predicateOf(table.columns, medians, drawColumns(table, random), () => row);
    if (countMatches(table, predicate) === 1) predicates.push(predicate);
    await pause();
  }
  return predicates;
}

/** Predicates by someone who knows the columns' values but no row: each cell is another row's. */
export function drawRandomPredicates(table: TypedTable, wanted: number, random: RandomStream): Predicate[] {
  const medians = mediansOf(table.columns);
  return Array.from({ length: wanted }, () =>
    predicateOf(table.columns, medians, drawColumns(table, random), () => random.int(table.rowCount)),
  );
}

function drawColumns({ columns }: TypedTable, random: RandomStream): Uint32Array {
  const most = Math.min(mostColumns, columns.length);
  const fewest = Math.min(fewestColumns, most);
  return permutation(columns.length, random).slice(0, fewest + random.int(most - fewest + 1));
}
