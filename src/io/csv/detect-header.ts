import { cellType } from './cell-type';

/**
 * True when the first row names the columns rather than being a case of them: it is text above numbers or
 * dates, or unlike the repeated texts below it.
 */
export function hasHeader(first: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (rows.length === 0)
    return !first.some((cell) => cellType(cell) === 'number' || cellType(cell) === 'time');
  const filled = first.filter((cell) => cell.trim() !== '');
  let evidence = new Set(filled).size < filled.length ? -1 : 0;
  const years = isRunOfYears(first);
  for (const [index, cell] of first.entries()) {
    if (years && cellType(cell) === 'number') continue;
    evidence += columnEvidence(
      cell,
      rows.map((row) => row[index] ?? '').filter((text) => text.trim() !== ''),
    );
  }
  return evidence >= 0;
}

/** Positive when the first cell looks like a name of the cells below, negative when it looks like one of them. */
function columnEvidence(first: string, below: readonly string[]): number {
  const type = cellType(first);
  if (type === 'empty' || below.length === 0) return 0;
  const measured = below.filter((cell) => cellType(cell) === 'number' || cellType(cell) === 'time').length;
  const isMeasure = type === 'number' || type === 'time';
  if (measured >= 0.8 * below.length) return isMeasure ? -1 : type === 'token' ? 0 : 1;
  if (isMeasure) return -1;
  if (below.includes(first)) return -0.7;
  if (new Set(below).size * 2 <= below.length) return 0.5;
  const isOfOneLength = below.every((cell) => cell.length === below[0].length);
  return isOfOneLength && below.length > 1 && first.length !== below[0].length ? 0.5 : 0.1;
}

/** `1990, 1991, 1992, …` name columns although they are numbers. */
function isRunOfYears(cells: readonly string[]): boolean {
  const years = cells.filter((cell) => /^(1[6-9]|20)\d\d$/.test(cell.trim())).map(Number);
  return years.length >= 3 && years.every((year, i) => i === 0 || year === years[i - 1] + 1);
}
