import { UserError } from '../../engine/errors';
import { cellOf, flatten, isObject, type Json, parseExactly } from './flatten';
import { lineWords } from '../words';

/**
 * The rows of a JSON text, column names first. It may be a list of objects or of lists (the first of which names the
 * columns), an object of columns (`{"age": [1, 2]}`), `{"columns": […], "data": [[…]]}`, or an object with one such list in it.
 * Throws UserError, one sentence, for all else.
 */
export function readJsonRows(text: string): string[][] {
  const value = parse(text);
  if (Array.isArray(value)) return rowsOfList(value);
  if (isObject(value)) return rowsOfObject(value);
  throw noTable();
}

function parse(text: string): Json {
  try {
    return parseExactly(text);
  } catch (error) {
    const [, at] = /position (\d+)/.exec(String(error)) ?? [];
    const { jsonDamaged, jsonDamagedAt } = lineWords();
    throw new UserError(at === undefined ? jsonDamaged : jsonDamagedAt(lineAt(text, Number(at))));
  }
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

function rowsOfList(list: readonly Json[]): string[][] {
  if (list.length === 0) throw new UserError(lineWords().jsonEmpty);
  if (list.every(isObject)) return rowsOfRecords(list.map(flatten));
  if (list.every((row) => Array.isArray(row))) return list.map((row) => (row as readonly Json[]).map(cellOf));
  throw new UserError(lineWords().jsonMixed);
}

/** The columns are all names that occur, in order of first use. */
function rowsOfRecords(records: readonly ReadonlyMap<string, string>[]): string[][] {
  const names = [...new Set(records.flatMap((record) => [...record.keys()]))];
  return [names, ...records.map((record) => cellsOf(record, names))];
}

export function cellsOf(record: ReadonlyMap<string, string>, names: readonly string[]): string[] {
  return names.map((name) => record.get(name) ?? '');
}

function rowsOfObject(value: { readonly [name: string]: Json }): string[][] {
  const { columns, data } = value;
  if (Array.isArray(columns) && Array.isArray(data))
    return rowsOfList([columns as Json, ...(data as Json[])]);
  const entries = Object.entries(value);
  const lists = entries.filter((entry): entry is [string, readonly Json[]] => Array.isArray(entry[1]));
  const areColumns = lists.length === entries.length && !lists.some(([, list]) => list.some(isRow));
  if (areColumns && entries.length > 0) return rowsOfColumns(lists);
  if (lists.length === 1) return rowsOfList(lists[0][1]);
  throw noTable();
}

function isRow(value: Json): boolean {
  return isObject(value) || Array.isArray(value);
}

function rowsOfColumns(columns: readonly (readonly [string, readonly Json[]])[]): string[][] {
  const length = Math.max(...columns.map(([, cells]) => cells.length));
  const rows = Array.from({ length }, (_, row) => columns.map(([, cells]) => cellOf(cells[row] ?? null)));
  return [columns.map(([name]) => name), ...rows];
}

function noTable(): UserError {
  return new UserError(lineWords().jsonNoTable);
}
