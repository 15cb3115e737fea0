/** By their names in the Encoding Standard (encoding.spec.whatwg.org), which the decoder takes. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'iso-8859-2',
  'iso-8859-15',
  'koi8-r',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

export type Encoding = (typeof encodings)[number];

/** How a delimited file is written. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
  readonly delimiter: string;
  readonly quote: '"' | "'" | '';
  /** `double`: a quote inside quotes is written twice; `backslash`: after a backslash. */
  readonly escape: 'double' | 'backslash';
  /** Records above the rows that together name the columns, a line drawn beneath them included; 0: none. */
  readonly headerRows: number;
  readonly newline: '\n' | '\r\n' | '\r';
  readonly decimalSeparator: '.' | ',';
  /** Records before the table, a title or a remark, that are not part of it. */
  readonly preambleRecords: number;
}

/** How most files are written. */
export const plainDialect: Dialect = {
  encoding: 'utf-8',
  hasByteOrderMark: false,
  delimiter: ',',
  quote: '"',
  escape: 'double',
  headerRows: 1,
  newline: '\n',
  decimalSeparator: '.',
  preambleRecords: 0,
};

export const mostHeaderRows = 5;
export const mostPreambleRecords = 1000;

/** What the user has settled; the rest is found from the file. */
export interface DialectChoice extends Partial<Omit<Dialect, 'hasByteOrderMark' | 'newline'>> {
  /** Texts that mean "no value" in every column, numbers too (`-999`), besides those that are known to. */
  readonly missingTokens?: readonly string[];
}

export const mostLinesListed = 1000;

/** What was not as expected, and what was done. Never holds cell content. */
export interface ReadProblem {
  readonly code:
    | 'preamble'
    | 'footer'
    | 'repeated-header'
    | 'short-row'
    | 'empty-row'
    | 'long-row'
    | 'unclosed-quote'
    | 'guessed-encoding'
    | 'bad-encoding'
    | 'replaced'
    | 'nul-bytes'
    | 'duplicate-name'
    | 'turned-name'
    | 'empty-name';
  /** One plain sentence: what, how many, what was done. */
  readonly message: string;
  readonly count: number;
  /** 1-based lines in the file, in order, of the first `mostLinesListed` cases; empty where no line can be told. */
  readonly lines: readonly number[];
}
