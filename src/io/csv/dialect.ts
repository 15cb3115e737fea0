export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How a delimited file is written. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
  readonly delimiter: string;
  readonly quote: '"' | "'" | '';
  /** `double`: a quote inside quotes is written twice; `backslash`: after a backslash. */
  readonly escape: 'double' | 'backslash';
  readonly hasHeader: boolean;
  readonly newline: '\n' | '\r\n' | '\r';
  readonly decimalSeparator: '.' | ',';
  /** Records before the table, a title or a remark, that are not part of it. Absent: none. */
  readonly preambleRecords?: number;
}

/** What the user has settled; the rest is found from the file. */
export type DialectChoice = Partial<
  Pick<Dialect, 'encoding' | 'delimiter' | 'quote' | 'hasHeader' | 'decimalSeparator'>
>;

/** A row that was not as expected, kept nevertheless. Never holds cell content. */
export interface ReadProblem {
  readonly code:
    | 'preamble'
    | 'short-row'
    | 'long-row'
    | 'unclosed-quote'
    | 'bad-encoding'
    | 'nul-bytes'
    | 'duplicate-name'
    | 'empty-name';
  /** One plain sentence: what, how many, what was done. */
  readonly message: string;
  readonly count: number;
  /** 1-based line in the file of the first case. */
  readonly firstLine: number | null;
}
