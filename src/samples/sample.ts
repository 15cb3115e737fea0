import type { sampleWords } from './words';

/** A table made by code, of nobody: for trying Understudy without a table of one's own. */
export interface Sample {
  /** Its words in the catalogue beside this file. */
  readonly id: keyof (typeof sampleWords.texts)['en'];
  readonly fileName: string;
  readonly rows: number;
  readonly columns: number;
  /** The same text every time: UTF-8, commas, a header, lines ending in LF. */
  makeCsv(): string;
}
