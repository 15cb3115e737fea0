import { inferSchema } from '../../src/engine/analyze/infer-schema';
import { profileColumn } from '../../src/engine/analyze/profile';
import { UserError } from '../../src/engine/errors';
import type { RandomStream } from '../../src/engine/random';
import { cellText } from '../../src/engine/table';
import type { ReadProblem } from '../../src/io/csv/dialect';
import { CsvTokenizer, type RecordCells } from '../../src/io/csv/tokenizer';
import { fileKind } from '../../src/io/file-kind';
import { Utf8Stream } from '../../src/io/csv/utf8-stream';
import { type ReadResult, readTable } from '../../src/io/read-table';

/** Whether a file was loaded, or refused in a sentence. Throws any other error, and at a table that is not sound. */
export async function checkReading(bytes: Uint8Array, random: RandomStream): Promise<'loaded' | 'refused'> {
  try {
    const result = await readTable(inChunks(bytes, random), { byteCount: bytes.length, choice: {} });
    checkTable(result);
    checkRows(bytes, result);
    const { columns } = inferSchema(result.table);
    for (const [i, column] of result.table.columns.entries()) profileColumn(column, columns[i]);
    return 'loaded';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (!/^[A-Z].*[.]$/.test(error.message)) check(false, `"${error.message}" is no sentence`);
    return 'refused';
  }
}

/** Columns are as long as the table, have names of their own and a text in every cell; problems name lines in order. */
function checkTable({ table: { rowCount, columns }, problems }: ReadResult): void {
  check(rowCount > 0 && columns.length > 0, 'an empty table');
  const names = columns.map(({ name }) => name);
  check(new Set(names).size === names.length, 'two columns of one name');
  check(!names.includes(''), 'a column without a name');
  for (const column of columns) {
    const length = column.storage === 'number' ? column.values.length : column.codes.length;
    check(length === rowCount, 'a column of another length');
    for (const row of [0, rowCount - 1])
      check(typeof cellText(column, row) === 'string', 'a cell without text');
  }
  for (const { lines, count } of problems) {
    check(count > 0 && lines.length <= count, 'more lines than cases');
    check(
      lines.every((line, i) => line > (lines[i - 1] ?? 0)),
      'lines out of order',
    );
  }
}

/**
 * Every record is a row, or is told to be none. In one column an empty line may be either; so may a line of blanks above
 * the table.
 */
function checkRows(bytes: Uint8Array, { table, dialect, problems }: ReadResult): void {
  if (table.columns.length === 1 || fileKind(bytes) !== 'delimited') return;
  const stream = new Utf8Stream(dialect.encoding, dialect.hasByteOrderMark);
  let records = 0;
  let whiteLines = 0;
  const tokenizer = new CsvTokenizer(dialect, (record) => {
    if (record.isBlank) return;
    if (record.count === 1 && isWhite(record)) whiteLines++;
    else records++;
  });
  for (const part of [stream.convert(bytes), stream.convert(null)]) {
    tokenizer.push(part.filter((byte) => byte !== 0));
  }
  tokenizer.finish();
  const told = countOf(problems, ['preamble', 'footer', 'repeated-header']);
  const known = table.rowCount + dialect.headerRows + told;
  check(known >= records && known <= records + whiteLines, 'a row is neither read nor told of');
}

function isWhite({ bytes, starts, ends }: RecordCells): boolean {
  return starts[0] < ends[0] && bytes.subarray(starts[0], ends[0]).every((byte) => byte === 32 || byte === 9);
}

function countOf(problems: readonly ReadProblem[], codes: readonly ReadProblem['code'][]): number {
  return problems.filter(({ code }) => codes.includes(code)).reduce((sum, { count }) => sum + count, 0);
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`The reading is not sound: ${what}.`);
}

async function* inChunks(bytes: Uint8Array, random: RandomStream): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const size = 1 + random.int(1 << random.int(14));
    yield await Promise.resolve(bytes.slice(at, at + size));
    at += size;
  }
}
