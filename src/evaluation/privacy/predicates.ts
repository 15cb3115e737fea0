import type { CategoricalColumn, TypedColumn, TypedTable } from '../../engine/typed-table';

/**
 * A cell of that column, by its place, lies between two values, both included: a number, or a category's code (−1: it is
 * missing). A missing number is asked for by NaN.
 */
interface Condition {
  readonly column: number;
  readonly low: number;
  readonly high: number;
}

/** What may single a person out: all conditions hold. */
export type Predicate = readonly Condition[];

/** Rows that are looked at to say which condition holds least often, and so is asked first. */
const rowsLookedAt = 50;

/** How many of the rows a predicate holds for, 2 standing for two or more: singling out needs no more. */
export function countMatches(table: TypedTable, predicate: Predicate): 0 | 1 | 2 {
  const [first, ...others] = rarestFirst(table, predicate);
  const cells = cellsOf(table.columns[first.column]);
  let found = 0;
  for (let row = nextMatch(cells, first, 0); row < cells.length; row = nextMatch(cells, first, row + 1)) {
    if (
      others.every((condition) => holds(condition, cellsOf(table.columns[condition.column])[row])) &&
      ++found === 2
    )
      return 2;
  }
  return found as 0 | 1;
}

/** The first row from there on for which the condition holds; as many as there are rows where none is left. */
function nextMatch(cells: Float64Array | Int32Array, { low, high }: Condition, from: number): number {
  let row = from;
  if (Number.isNaN(low)) while (row < cells.length && !Number.isNaN(cells[row])) row++;
  else while (row < cells.length && !(cells[row] >= low && cells[row] <= high)) row++;
  return row;
}

function holds({ low, high }: Condition, cell: number): boolean {
  return (cell >= low && cell <= high) || (Number.isNaN(low) && Number.isNaN(cell));
}

function cellsOf(column: TypedColumn): Float64Array | Int32Array {
  return column.type === 'numeric' ? column.values : column.codes;
}

function rarestFirst({ columns, rowCount }: TypedTable, predicate: Predicate): Condition[] {
  const step = Math.max(1, Math.floor(rowCount / rowsLookedAt));
  const frequency = (condition: Condition) => {
    const cells = cellsOf(columns[condition.column]);
    let often = 0;
    for (let row = 0; row < rowCount; row += step) if (holds(condition, cells[row])) often++;
    return often;
  };
  return predicate
    .map((condition) => ({ condition, often: frequency(condition) }))
    .sort((a, b) => a.often - b.often)
    .map(({ condition }) => condition);
}

/**
 * A predicate of the columns chosen, each as the row named for it has it: its category, or to be at or beyond its number
 * on the side away from the median.
 */
export function predicateOf(
  columns: readonly TypedColumn[],
  medians: Float64Array,
  chosen: Uint32Array,
  rowFor: () => number,
): Predicate {
  return Array.from(chosen, (column) => {
    const cell = cellsOf(columns[column])[rowFor()];
    if (Number.isNaN(cell) || columns[column].type === 'categorical')
      return { column, low: cell, high: cell };
    return cell > medians[column]
      ? { column, low: cell, high: Infinity }
      : { column, low: -Infinity, high: cell };
  });
}

/**
 * Predicates of one condition that rare cells give: the least and the greatest number, values that are there once, the
 * one missing cell. Each holds for exactly one row of the table.
 */
export function rareCellPredicates(columns: readonly TypedColumn[]): Predicate[] {
  const conditions = columns.flatMap((cells, column) =>
    cells.type === 'numeric' ? rareNumbers(cells.values, column) : rareCodes(cells, column),
  );
  return conditions.map((condition) => [condition]);
}

function rareNumbers(values: Float64Array, column: number): Condition[] {
  const sorted = values.slice().sort();
  let present = sorted.length;
  while (present > 0 && Number.isNaN(sorted[present - 1])) present--;
  const rare: Condition[] = [];
  for (let i = 0; i < present; i++) {
    const value = sorted[i];
    if (value === sorted[i - 1] || value === sorted[i + 1]) continue;
    rare.push({ column, low: value, high: value });
    if (i === 0) rare.push({ column, low: -Infinity, high: value });
    if (i === present - 1) rare.push({ column, low: value, high: Infinity });
  }
  if (sorted.length - present === 1) rare.push({ column, low: Number.NaN, high: Number.NaN });
  return rare;
}

function rareCodes({ codes, dictionary }: CategoricalColumn, column: number): Condition[] {
  const counts = new Uint32Array(dictionary.length + 1);
  for (let row = 0; row < codes.length; row++) counts[codes[row] + 1]++;
  return Array.from(counts.keys())
    .filter((place) => counts[place] === 1)
    .map((place) => ({ column, low: place - 1, high: place - 1 }));
}

/** Each number column's median, NaN elsewhere and where all are missing. */
export function mediansOf(columns: readonly TypedColumn[]): Float64Array {
  return Float64Array.from(columns, (cells) => {
    if (cells.type !== 'numeric') return Number.NaN;
    const present = cells.values.filter((value) => !Number.isNaN(value)).sort();
    return present.length === 0 ? Number.NaN : present[(present.length - 1) >> 1];
  });
}
