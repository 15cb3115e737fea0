import type { NumericColumn, TypedTable } from '../typed-table';

/** A difference is worth learning in place of the value when its spread is below this share of the value's. */
const largestSpreadShare = 0.2;

/**
 * For each column the index of the date or date-time it is best written as a difference to (an end after its
 * start), or null. Only between columns of one kind, only where the other is filled wherever this one is, and never in
 * chains.
 */
export function findRelativeColumns(table: TypedTable): (number | null)[] {
  const result: (number | null)[] = table.columns.map(() => null);
  const moments = table.columns.flatMap((column, index) =>
    column.type === 'numeric' && (column.schema.kind === 'date' || column.schema.kind === 'datetime')
      ? [index]
      : [],
  );
  for (const index of moments) {
    const column = table.columns[index] as NumericColumn;
    let smallest = largestSpreadShare * spread(column.values);
    for (const other of moments) {
      if (other === index || result[other] !== null || result.includes(index)) continue;
      const candidate = table.columns[other] as NumericColumn;
      if (candidate.schema.kind !== column.schema.kind) continue;
      const difference = differenceSpread(column.values, candidate.values);
      if (difference < smallest) {
        smallest = difference;
        result[index] = other;
      }
    }
  }
  return preferLaterAsDifference(table, result);
}

/** Of a pair, the column that comes later in time is the one written as a difference. */
function preferLaterAsDifference(table: TypedTable, relatives: (number | null)[]): (number | null)[] {
  relatives.forEach((other, index) => {
    if (other === null || relatives.some((base, i) => base === other && i !== index)) return;
    const own = (table.columns[index] as NumericColumn).values;
    const base = (table.columns[other] as NumericColumn).values;
    const canSwap = base.every((value, row) => Number.isNaN(value) || !Number.isNaN(own[row]));
    if (!canSwap || medianDifference(own, base) >= 0) return;
    relatives[other] = index;
    relatives[index] = null;
  });
  return relatives;
}

/** Distance between the 1 % and 99 % quantiles; 0 when nothing is filled. */
function spread(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return 0;
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  return at(0.99) - at(0.01);
}

/** Spread of value − other; infinite where the other is missing beside a filled value. */
function differenceSpread(values: Float64Array, other: Float64Array): number {
  const differences = values.map((value, row) => value - other[row]);
  const isUsable = values.every((value, row) => Number.isNaN(value) || !Number.isNaN(other[row]));
  return isUsable ? spread(differences) : Number.POSITIVE_INFINITY;
}

function medianDifference(values: Float64Array, other: Float64Array): number {
  const sorted = values
    .map((value, row) => value - other[row])
    .filter((value) => !Number.isNaN(value))
    .sort();
  return sorted[sorted.length >> 1];
}
