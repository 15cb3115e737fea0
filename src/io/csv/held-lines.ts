import { isProse } from './cell-type';
import { decodeCell } from './byte-dictionary';
import type { RecordCells } from './tokenizer';

const mostHeld = 100;
const mostBytes = 1000;

interface HeldLine extends RecordCells {
  readonly isBesideTable: boolean;
}

/** Lines of one cell that came after the last row of a table of several columns, until it is known what they are. */
export class HeldLines {
  readonly #mayEndInProse: boolean;
  #lines: HeldLine[] = [];

  /** `mayEndInProse`: a sentence is no beginning of a row. */
  constructor(mayEndInProse: boolean) {
    this.#mayEndInProse = mayEndInProse;
  }

  get count(): number {
    return this.#lines.length;
  }

  /**
   * Keeps a copy of a record of one cell; false when it is a row like others: too long, or one of too many.
   * `isAfterBlank` says that a blank line stands above it.
   */
  hold({ bytes, starts, ends, line }: RecordCells, isAfterBlank: boolean): boolean {
    const length = ends[0] - starts[0];
    if (this.#lines.length === mostHeld || length > mostBytes) return false;
    const cell = bytes.slice(starts[0], ends[0]);
    this.#lines.push({
      bytes: cell,
      starts: Int32Array.of(0),
      ends: Int32Array.of(length),
      count: 1,
      line,
      isBlank: false,
      isBesideTable: isAfterBlank || this.#isRemark(decodeCell(cell)),
    });
    return true;
  }

  /** Nothing follows: the lines that end the file and are a note, a source or a total rather than rows; no longer held. */
  takeFooter(): readonly RecordCells[] {
    const first = this.#lines.findIndex(({ isBesideTable }) => isBesideTable);
    return first < 0 ? [] : this.#lines.splice(first);
  }

  /** What is held, as rows; no longer held. */
  take(): readonly RecordCells[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  /** A sentence, or what stands after a sign of a remark. */
  #isRemark(text: string): boolean {
    return /^\s*[#*]/.test(text) || (this.#mayEndInProse && isProse(text));
  }
}
