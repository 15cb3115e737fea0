import type { ExportFormat } from '../../../../workers/api';
import { releaseWords } from './words';

/** More rows than this in one file help nobody. */
export const mostRows = 100_000_000;
/** Seeds are whole numbers of 32 bits. */
export const mostSeed = 4_294_967_295;
const mostNameCharacters = 180;

/** What a field holds: a value that can be used, or what is wrong with it in one sentence. */
export type FieldValue<T> =
  { readonly value: T; readonly fault: null } | { readonly value: null; readonly fault: string };

/** A whole number as people type it: `32561`, `32,561`, `32 561`. */
export function readWhole(text: string, least: number, most: number): FieldValue<number> {
  const digits = text.replace(/[\s,.'’_\u00a0\u202f]/g, '');
  const value = Number(digits);
  if (!/^\d+$/.test(digits) || value < least || value > most) {
    return { value: null, fault: releaseWords().wholeNumber(least, most) };
  }
  return { value, fault: null };
}

/** A file's name without its ending; characters that file systems refuse are refused here. */
export function readFileName(text: string): FieldValue<string> {
  const words = releaseWords();
  const name = text.trim();
  if (name === '') return { value: null, fault: words.noName };
  const hasControl = [...name].some((character) => character < ' ');
  if (hasControl || /[\\/:*?"<>|]/.test(name) || name.startsWith('.')) {
    return { value: null, fault: words.badName };
  }
  return name.length > mostNameCharacters
    ? { value: null, fault: words.longName(mostNameCharacters) }
    : { value: name, fault: null };
}

export const formatChoices: readonly { readonly format: ExportFormat; readonly name: string }[] = [
  { format: 'csv', name: 'CSV' },
  { format: 'xlsx', name: 'Excel' },
  { format: 'arrow', name: 'Arrow' },
  { format: 'parquet', name: 'Parquet' },
  { format: 'jsonl', name: 'JSON Lines' },
  { format: 'sql', name: 'SQL' },
];

/** `CSV`, `Excel`, `Arrow`, … */
export function nameFormat(format: ExportFormat): string {
  return formatChoices.find((choice) => choice.format === format)?.name ?? format;
}
