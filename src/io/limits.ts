import { readWords } from './words';

/** What a file may come to before it is refused: a small one can unpack to a thousand times its size. */
export const limits = {
  /** Of a compressed text, read as it is unpacked. */
  unpackedBytes: 8e9,
  /** Of files that must be held whole to be read: archives, workbooks, JSON. */
  wholeBytes: 512e6,
  /** Of all that a workbook unpacks to: its cells are held as text while they are read. */
  workbookBytes: 400e6,
  /** Of a sheet, the empty ones within its reach among them. */
  workbookCells: 40e6,
  /**
   * Of a table in memory: of a larger one rows are drawn. What learns it and compares it needs some four times as much,
   * and a browser's tab has about 4 GB.
   */
  tableBytes: 500e6,
  /** Sheets or files that are offered to choose from. */
  parts: 200,
} as const;

/** The sentence for a file that must be held whole and is too large for that. */
export function tooLargeWhole(what: keyof (typeof readWords.texts)['en']['wholes']): string {
  const words = readWords();
  return words.tooLarge(words.wholes[what], limits.wholeBytes / 1e6);
}
