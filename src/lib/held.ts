import type { TableSchema } from '../engine/schema';
import type { Table } from '../engine/table';
import type { Column, OpenedTable, Source } from './types';

/** What an opened table holds for the engine alone. */
export interface Held {
  readonly table: Table;
  readonly schema: TableSchema;
  readonly delimiter: string;
}

const held = new WeakMap<OpenedTable, Held>();

export function hold(opened: OpenedTable, content: Held): void {
  held.set(opened, content);
}

/** @throws TypeError where the table was not opened by `open` */
export function heldBy(opened: OpenedTable): Held {
  const found = held.get(opened);
  if (!found) throw new TypeError('Open the table first: open(source).');
  return found;
}

export function isOpened(source: Source | OpenedTable): source is OpenedTable {
  return held.has(source as OpenedTable);
}

export function columnsOf({ columns }: TableSchema): Column[] {
  return columns.map(({ name, kind, role, missingTokens, dateFormat }) => ({
    name,
    kind,
    role,
    missingTokens,
    dateFormat,
  }));
}
