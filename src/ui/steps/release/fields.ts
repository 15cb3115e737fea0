import type { ExportFormat } from '../../../../workers/api';
import { formatCount } from '../../components/plain-numbers';

/** More rows than this in one file help nobody. */
export const mostRows = 100_000_000;
/** Seeds are whole numbers of 32 bits. */
export const mostSeed = 4_294_967_295;

/** What a field holds: a value that can be used, or what is wrong with it in one sentence. */
export type FieldValue<T> =
  { readonly value: T; readonly fault: null } | { readonly value: null; readonly fault: string };

/** A whole number as people type it: `32561`, `32,561`, `32 561`. */
export function readWhole(text: string, least: number, most: number): FieldValue<number> {
  const digits = text.replace(/[\s,.'’_\u00a0\u202f]/g, '');
  const value = Number(digits);
  if (!/^\d+$/.test(digits) || value < least || value > most) {
    return { value: null, fault: `Give a whole number from ${formatCount(least)} to ${formatCount(most)}.` };
  }
  return { value, fault: null };
}

/** A file's name without its ending; characters that file systems refuse are refused here. */
export function readFileName(text: string): FieldValue<string> {
  const name = text.trim();
  if (name === '') return { value: null, fault: 'Give the file a name.' };
  const hasControl = [...name].some((character) => character < ' ');
  if (hasControl || /[\\/:*?"<>|]/.test(name) || name.startsWith('.')) {
    return { value: null, fault: 'A file name cannot hold \\ / : * ? " < > | or begin with a full stop.' };
  }
  return name.length > 180
    ? { value: null, fault: 'Choose a name of at most 180 characters.' }
    : { value: name, fault: null };
}

export interface FormatChoice {
  readonly format: ExportFormat;
  readonly name: string;
  readonly why: string;
}

export const formatChoices: readonly FormatChoice[] = [
  { format: 'csv', name: 'CSV', why: 'Text. Opens anywhere, spreadsheets too.' },
  { format: 'xlsx', name: 'Excel', why: 'A workbook with true numbers and dates.' },
  { format: 'arrow', name: 'Arrow', why: 'Columns with their types, for Python, R and other code.' },
  { format: 'parquet', name: 'Parquet', why: 'Columns with their types, compressed, for data stores.' },
  { format: 'jsonl', name: 'JSON Lines', why: 'An object for each row, for web services and search.' },
  { format: 'sql', name: 'SQL', why: 'A table and its INSERTs, for any database.' },
];

/** `CSV`, `Excel`, `Arrow`, … */
export function nameFormat(format: ExportFormat): string {
  return formatChoices.find((choice) => choice.format === format)?.name ?? format;
}
