import { cellType } from './cell-type';
import { mostHeaderRows } from './dialect';

/**
 * How many of the first rows together name the columns: a group above names, units or a drawn line beneath them. 0 when
 * the first is a case already.
 */
export function countHeaderRows(rows: readonly (readonly string[])[]): number {
  if (rows.length === 0) return 1;
  if (!hasHeader(rows[0], withoutRepeated(rows[0], rows.slice(1)))) return 0;
  let count = 1;
  while (count < mostHeaderRows && isFurtherHeader(rows[count], rows[0], rows.slice(count + 1))) count++;
  return count;
}

/** The rows but those that say the first again, where that plainly names columns of numbers. */
function withoutRepeated(
  first: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const others = rows.filter((row) => !isSameRow(row, first));
  const namesNumbers = first.some(
    (cell, i) => cellType(cell) === 'text' && isMeasured(others.map((row) => row[i] ?? '')),
  );
  return namesNumbers ? others : rows;
}

function isSameRow(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((cell, i) => cell === other[i]);
}

/** True for the line that some programs draw under the names: `-----,-----`. */
export function isDrawnLine(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '') && cells.every((cell) => /^\s*([-=_+]{2,}\s*)?$/.test(cell));
}

const fewestRowsBelow = 3;

/** A row under the header is part of it when it draws a line, says the same again, or has texts where only numbers follow. */
function isFurtherHeader(
  row: readonly string[] | undefined,
  header: readonly string[],
  below: readonly (readonly string[])[],
): boolean {
  if (row === undefined || below.length === 0) return false;
  if (isDrawnLine(row)) return true;
  if (below.length < fewestRowsBelow || row.length < 2) return false;
  if (isSameRow(row, header)) return true;
  const isOverNumbers = row.map((_, index) => isMeasured(below.map((cells) => cells[index] ?? '')));
  const measured = row.filter((_, i) => isOverNumbers[i]);
  const texts = measured.filter((cell) => cellType(cell) === 'text');
  if (!measured.every((cell) => ['text', 'empty'].includes(cellType(cell)))) return false;
  const areUnitsAlone = row.every((cell, i) => isOverNumbers[i] || cell.trim() === '');
  return areUnitsAlone ? texts.length > 0 : new Set(texts).size >= 2 && 2 * texts.length >= measured.length;
}

function isMeasured(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const measured = filled.filter((cell) => ['number', 'time'].includes(cellType(cell)));
  return measured.length >= fewestRowsBelow && measured.length >= 0.9 * filled.length;
}

/**
 * True when the first row names the columns rather than being a case of them: it is text above numbers or
 * dates, or unlike the repeated texts below it.
 */
function hasHeader(first: readonly string[], rows: readonly (readonly string[])[]): boolean {
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
