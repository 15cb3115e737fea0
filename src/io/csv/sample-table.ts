import { UserError } from '../../engine/errors';
import { CsvTokenizer, type QuotingDialect, type RecordCells } from './tokenizer';

const mostRecords = 200;
const mostCells = 100;
const mostCharacters = 100;

/** The head of a file cut by one guess of its dialect. */
export interface SampleTable {
  /** Cells of each record that is not blank. */
  readonly widths: readonly number[];
  /** Cells of the first records and columns; bytes beyond ASCII as single characters, long ones cut. */
  readonly rows: readonly string[][];
  /** Records whose last cell is empty. */
  readonly emptyEndCount: number;
  readonly unclosedCount: number;
}

/**
 * Cuts UTF-8 bytes; a last record that is not complete counts only in a whole file, or when it is alone. A guess under
 * which the bytes cannot be read at all gives no records.
 */
export function readSample(bytes: Uint8Array, isWhole: boolean, dialect: QuotingDialect): SampleTable {
  const widths: number[] = [];
  const rows: string[][] = [];
  let emptyEndCount = 0;
  const tokenizer = new CsvTokenizer(dialect, (record) => {
    if (record.isBlank) return;
    widths.push(record.count);
    if (record.starts[record.count - 1] === record.ends[record.count - 1]) emptyEndCount++;
    if (rows.length < mostRecords) rows.push(readCells(record));
  });
  try {
    tokenizer.push(bytes);
    if (isWhole || widths.length === 0) tokenizer.finish();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { widths: [], rows: [], emptyEndCount: 0, unclosedCount: tokenizer.unclosedCount };
  }
  return { widths, rows, emptyEndCount, unclosedCount: tokenizer.unclosedCount };
}

function readCells(record: RecordCells): string[] {
  return Array.from({ length: Math.min(record.count, mostCells) }, (_, i) => {
    const start = record.starts[i];
    return String.fromCharCode(
      ...record.bytes.subarray(start, Math.min(record.ends[i], start + mostCharacters)),
    );
  });
}

/** The width that most of the records have. */
export function commonWidth(widths: readonly number[]): number {
  let best = 0;
  let bestCount = 0;
  for (const [width, count] of countWidths(widths)) {
    if (count > bestCount || (count === bestCount && width > best)) {
      best = width;
      bestCount = count;
    }
  }
  return best;
}

export function countWidths(widths: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return counts;
}
