import { createCellWriter } from '../../engine/render';
import { columnNames, isMissing, type TypedTable } from '../../engine/typed-table';
import { type Bytes, type EncodeOptions, noRowsError } from './encoding';
import { guardFormula, joinCells, quoteCell } from './quote';

/** UTF-16 units gathered before they are turned into bytes: about 64 kB of plain text. */
const pieceLength = 1 << 16;

/**
 * A table as CSV by RFC 4180: UTF-8 without byte-order mark, lines ending in CR LF (the last one too),
 * commas (or the delimiter asked for), a header of column names in order, quotes only where needed. Missing cells hold their column's
 * first missing token. Memory is bounded by the largest chunk. Throws UserError when there is no chunk.
 */
export async function* encodeCsv(
  chunks: AsyncIterable<TypedTable>,
  options: EncodeOptions,
): AsyncGenerator<Bytes> {
  const encoder = new TextEncoder();
  const shape = options.guardFormulas ? guardFormula : asItIs;
  const { delimiter = ',' } = options;
  let text: string | null = null;
  for await (const chunk of chunks) {
    text ??= joinCells(columnNames(chunk).map(shape), delimiter) + '\r\n';
    const writeRow = createRowWriter(chunk, shape, delimiter);
    for (let row = 0; row < chunk.rowCount; row++) {
      text += writeRow(row);
      if (text.length >= pieceLength) {
        yield encoder.encode(text);
        text = '';
      }
    }
  }
  if (text === null) throw noRowsError();
  if (text.length > 0) yield encoder.encode(text);
}

function asItIs(text: string): string {
  return text;
}

/** One row's line with its end, by row number. Texts are shaped, missing tokens too: numbers and dates run nowhere. */
function createRowWriter(
  table: TypedTable,
  shape: (text: string) => string,
  delimiter: string,
): (row: number) => string {
  const writers = table.columns.map((column) => {
    const write = createCellWriter(column);
    return (row: number) =>
      column.type === 'numeric' && !isMissing(column, row) ? write(row) : shape(write(row));
  });
  if (writers.length === 1) return (row) => joinCells([writers[0](row)], delimiter) + '\r\n';
  return (row) => {
    let line = quoteCell(writers[0](row), delimiter);
    for (let c = 1; c < writers.length; c++) line += delimiter + quoteCell(writers[c](row), delimiter);
    return line + '\r\n';
  };
}
