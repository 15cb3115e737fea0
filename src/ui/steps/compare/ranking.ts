import type { ColumnComparison } from '../../../evaluation/report';

/** Which of the columns to show. */
export interface ColumnFilter {
  /** Part of the name; upper and lower case are the same. */
  readonly text: string;
  /** Only columns further off than the held-out rows' own figure by more than chance would have it. */
  readonly onlyFurther: boolean;
}

/** Columns that have a distribution, by falling distance. */
export function rankColumns(columns: readonly ColumnComparison[]): ColumnComparison[] {
  return columns
    .filter((column) => column.bins !== null && Number.isFinite(column.distance.synthetic))
    .sort((a, b) => b.distance.synthetic - a.distance.synthetic);
}

/** Columns whose values are made anew (identifiers, free text): nothing to compare. */
export function listUncompared(columns: readonly ColumnComparison[]): string[] {
  return columns
    .filter((column) => column.bins === null || !Number.isFinite(column.distance.synthetic))
    .map(({ name }) => name);
}

/** Clearly further off than rows the model never saw: by half again and by more than half a percent. */
export function isFurther({ distance }: ColumnComparison): boolean {
  const ruler = distance.holdout ?? 0;
  return distance.synthetic > 1.5 * ruler && distance.synthetic > ruler + 0.005;
}

export function filterColumns(
  columns: readonly ColumnComparison[],
  filter: ColumnFilter,
): ColumnComparison[] {
  const text = filter.text.trim().toLocaleLowerCase();
  return columns.filter(
    (column) => column.name.toLocaleLowerCase().includes(text) && (!filter.onlyFurther || isFurther(column)),
  );
}
