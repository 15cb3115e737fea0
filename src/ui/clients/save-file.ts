import { savesDirectly } from '../browser-gaps';

/** Files above this size are written to disk as they are made, where the browser can. */
const streamedFrom = 200 * 2 ** 20;

/** A model tells more than a file of rows. */
export type SavedAs = 'file' | 'model';
export type FileKeeper = (blob: Blob, name: string, what: SavedAs) => void;

let keeper: FileKeeper = download;

/** Who is given finished files instead of the browser's downloads, which a frame may be denied. */
export function keepFilesWith(other: FileKeeper): void {
  keeper = other;
}

/** Saves finished bytes. */
export function saveBlob(blob: Blob, name: string, what: SavedAs = 'file'): void {
  keeper(blob, name, what);
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Whether a file of this size must be whole in memory before it is saved, and that is much. */
export function heldInMemory(expectedBytes: number): boolean {
  return expectedBytes >= streamedFrom && (keeper !== download || !savesDirectly(window));
}

/**
 * Asks where to put a large file, and opens it for writing. Null: make a Blob instead (the file is small, or this
 * browser or frame cannot). Throws AbortError when the person closes the dialog.
 */
export async function openSink(
  name: string,
  expectedBytes: number,
): Promise<FileSystemWritableFileStream | null> {
  if (expectedBytes < streamedFrom || heldInMemory(expectedBytes)) return null;
  try {
    const handle = await window.showSaveFilePicker({ suggestedName: name });
    return await handle.createWritable();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return null;
  }
}
