import type { NumericColumn, TypedColumn, TypedTable } from '../typed-table';

/** A difference is worth learning in place of the value when its spread is below this share of the value's. */
const largestSpreadShare = 0.2;

const millisecondsPerDay = 86_400_000;

/**
 * For each column the index of the date or date-time it is best written as a difference to (an end after its
 * start), or null. The other comes earlier in time, is filled wherever this one is, and is no finer than this one. Chains
 * are possible (visit → admission → discharge), circles are not.
 */
export function findRelativeColumns(table: TypedTable): (number | null)[] {
  const moments = table.columns.flatMap((column, index) =>
    isMoment(column) ? [{ index, column, middle: quantile(inMilliseconds(column), 0.5) }] : [],
  );
  moments.sort((a, b) => a.middle - b.middle || a.index - b.index);
  const result: (number | null)[] = table.columns.map(() => null);
  moments.forEach(({ index, column }, place) => {
    let smallest = largestSpreadShare * spread(column.values);
    for (const earlier of moments.slice(0, place)) {
      const differences = differencesTo(column, earlier.column);
      const difference = differences ? spread(differences) : Number.POSITIVE_INFINITY;
      if (difference >= smallest) continue;
      smallest = difference;
      result[index] = earlier.index;
    }
  });
  return result;
}

/**
 * This column less the other, in this column's unit; NaN where this one is missing. Null where the two cannot be
 * compared: a date against a date-time, or the other missing beside a filled cell.
 */
export function differencesTo(column: NumericColumn, other: NumericColumn): Float64Array | null {
  const scale = unitsPer(column, other);
  if (scale === null) return null;
  const isUsable = column.values.every(
    (value, row) => Number.isNaN(value) || !Number.isNaN(other.values[row]),
  );
  return isUsable ? column.values.map((value, row) => value - scale * other.values[row]) : null;
}

/** What one unit of `other` is in units of `column` (days in milliseconds); null for a date against a date-time. */
export function unitsPer(column: TypedColumn, other: TypedColumn): number | null {
  if (column.schema.kind === other.schema.kind) return 1;
  return column.schema.kind === 'datetime' && other.schema.kind === 'date' ? millisecondsPerDay : null;
}

function isMoment(column: TypedColumn): column is NumericColumn {
  return column.type === 'numeric' && (column.schema.kind === 'date' || column.schema.kind === 'datetime');
}

function inMilliseconds(column: NumericColumn): Float64Array {
  return column.schema.kind === 'date'
    ? column.values.map((days) => days * millisecondsPerDay)
    : column.values;
}

/** Distance between the 1 % and 99 % quantiles; 0 when nothing is filled. */
function spread(values: Float64Array): number {
  return quantile(values, 0.99) - quantile(values, 0.01);
}

/** Of the filled values; 0 when there are none. */
function quantile(values: Float64Array, share: number): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  return sorted.length > 0 ? sorted[Math.round(share * (sorted.length - 1))] : 0;
}
