/** A table made by code, of nobody: for trying Understudy without a table of one's own. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  readonly fileName: string;
  readonly rows: number;
  readonly columns: number;
  /** The same text every time: UTF-8, commas, a header, lines ending in LF. */
  makeCsv(): string;
}
