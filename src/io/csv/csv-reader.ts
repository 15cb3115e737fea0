import type { Table } from '../../engine/table';
import { detectLayout } from './detect-dialect';
import { type Dialect, type DialectChoice, mostLinesListed, type ReadProblem } from './dialect';
import { ProblemLog } from './problem-log';
import { TableBuilder } from './table-builder';
import { CsvTokenizer } from './tokenizer';
import { Utf8Stream } from './utf8-stream';

/** Reads a delimited file that comes in chunks, the first of which (the sample) shows how it is written. */
export class CsvReader {
  readonly dialect: Dialect;
  readonly #log = new ProblemLog();
  readonly #builder: TableBuilder;
  readonly #tokenizer: CsvTokenizer;
  readonly #stream: Utf8Stream;
  #nulCount = 0;
  readonly #nulLines: number[] = [];

  /** Of a table that comes to more than `mostBytes` in memory rows are drawn. */
  constructor(sample: Uint8Array, isWhole: boolean, choice: DialectChoice, mostBytes: number) {
    const layout = detectLayout(sample, isWhole, choice);
    this.dialect = layout.dialect;
    if (layout.isEncodingGuessed) this.#log.add('guessed-encoding', []);
    this.#builder = new TableBuilder(layout, this.#log, choice.missingTokens ?? [], mostBytes);
    this.#tokenizer = new CsvTokenizer(
      layout.dialect,
      (record) => this.#builder.add(record),
      () => this.#builder.settle(),
    );
    this.#stream = new Utf8Stream(this.dialect.encoding, this.dialect.hasByteOrderMark);
  }

  /** Takes the next bytes of the file, the sample's own included. */
  push(chunk: Uint8Array): void {
    this.#tokenizer.push(this.#withoutNuls(this.#stream.convert(chunk)));
  }

  /** Throws UserError when the file holds no table. */
  finish(): { table: Table; problems: ReadProblem[] } {
    this.#tokenizer.push(this.#stream.convert(null));
    this.#tokenizer.finish();
    const { unclosedCount, unclosedLines } = this.#tokenizer;
    if (unclosedCount > 0) this.#log.add('unclosed-quote', unclosedLines, unclosedCount);
    if (this.#nulCount > 0) this.#log.add('nul-bytes', this.#nulLines, this.#nulCount);
    if (this.#stream.replacedCount > 0) this.#log.add('replaced', [], this.#stream.replacedCount);
    return { table: this.#builder.finish(), problems: this.#log.problems() };
  }

  #withoutNuls(bytes: Uint8Array): Uint8Array {
    const first = bytes.indexOf(0);
    if (first < 0) return bytes;
    const kept = bytes.filter((byte) => byte !== 0);
    this.#nulCount += bytes.length - kept.length;
    this.#noteNulLines(bytes, first);
    return kept;
  }

  #noteNulLines(bytes: Uint8Array, first: number): void {
    let line = this.#tokenizer.lastLine;
    for (let i = 0; i < bytes.length && this.#nulLines.length < mostLinesListed; i++) {
      const byte = bytes[i];
      if (byte === 10 || (byte === 13 && bytes[i + 1] !== 10)) line++;
      else if (i >= first && byte === 0 && this.#nulLines.at(-1) !== line) this.#nulLines.push(line);
    }
  }
}
