import { joinCells } from '../io/write/quote';

/** Rows of named cells as CSV text; the first row's keys, in order, are the header. */
export function csvText(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = Object.keys(rows[0]);
  const lines = rows.map((row) => joinCells(names.map((name) => row[name])));
  return [joinCells(names), ...lines, ''].join('\n');
}
