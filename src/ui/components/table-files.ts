import type { TableFile } from '../state/opening.svelte';
import { offerWords } from './words';

/** Names the file that pasted text becomes. */
export const pastedName = 'pasted-table.csv';

/** What was dropped or pasted, as a table's bytes; or a sentence that says why it is not one. */
export function fileFrom(data: DataTransfer): TableFile | string {
  const [file, second] = data.files;
  if (second) return offerWords().several(data.files.length);
  if (file) return fromFile(file);
  return fromText(data.getData('text/plain'));
}

export function fromFile(file: File): TableFile | string {
  if (file.size === 0) return offerWords().empty(file.name);
  return { bytes: file, name: file.name };
}

export function fromText(text: string): TableFile | string {
  if (text.trim() === '') return offerWords().noText;
  return { bytes: new Blob([text]), name: pastedName };
}

export function isFolder(data: DataTransfer): boolean {
  return [...data.items].some(
    (item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory === true,
  );
}
