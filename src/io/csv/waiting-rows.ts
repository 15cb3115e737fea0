import type { RecordCells } from './tokenizer';

/** Cells of rows that lie in the same bytes: cell c of row r is `bytes[starts[r · width + c] … ends[r · width + c])`. */
export interface CellRanges {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Cells of a row. */
  readonly width: number;
  /** Rows. */
  readonly count: number;
}

/** So many cells wait at most, or a row's where those are more: what is kept of them stays in the nearest caches. */
const mostCells = 8192;

/** Rows that wait to be put into columns, which is quicker for many rows of one column than for many columns of a row. */
export class WaitingRows implements CellRanges {
  bytes: Uint8Array = new Uint8Array(0);
  count = 0;
  readonly width: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly lines: Int32Array;

  constructor(width: number) {
    const rows = Math.max(1, Math.floor(mostCells / Math.max(1, width)));
    this.width = width;
    this.starts = new Int32Array(rows * width);
    this.ends = new Int32Array(rows * width);
    this.lines = new Int32Array(rows);
  }

  /** Whether the record may join the others: there is room, and it lies where they do. */
  hasRoomFor({ bytes }: RecordCells): boolean {
    return this.count === 0 || (this.count < this.lines.length && bytes === this.bytes);
  }

  /** Takes a record as a row, filled up with empty cells or cut to the width. */
  add({ bytes, starts, ends, count, line }: RecordCells): void {
    const { width } = this;
    const first = this.count * width;
    const given = Math.min(count, width);
    for (let i = 0; i < given; i++) {
      this.starts[first + i] = starts[i];
      this.ends[first + i] = ends[i];
    }
    for (let i = first + given; i < first + width; i++) this.starts[i] = this.ends[i] = 0;
    this.bytes = bytes;
    this.lines[this.count++] = line;
  }
}
