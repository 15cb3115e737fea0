import type { TypedTable } from '../../engine/typed-table';
import { type Bytes, noRowsError, type StoredType, storedTypeOf } from './encoding';
import { type PlainCell, plainReader } from './plain-cells';
import { inPieces } from './text-pieces';

const tableName = 'synthetic';
/** Rows in one statement: few enough for every database, many enough to load in good time. */
const rowsPerStatement = 200;

/** Types of ISO/IEC 9075 that PostgreSQL, SQLite, DuckDB and, told to quote as the standard does, MySQL know. */
const sqlTypes: Readonly<Record<StoredType, string>> = {
  int64: 'BIGINT',
  float64: 'DOUBLE PRECISION',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  boolean: 'BOOLEAN',
  category: 'TEXT',
  text: 'TEXT',
};

/**
 * A table as SQL: one CREATE TABLE, then INSERTs of 200 rows. Names stand in double quotes, texts in single ones, each doubled within
 * (ISO/IEC 9075-2, 5.3 and 5.4), so that no cell can end its statement. Throws UserError when there is no chunk.
 */
export function encodeSql(chunks: AsyncIterable<TypedTable>): AsyncGenerator<Bytes> {
  return inPieces(statementsOf(chunks));
}

async function* statementsOf(chunks: AsyncIterable<TypedTable>): AsyncGenerator<string> {
  let names: string | null = null;
  for await (const chunk of chunks) {
    if (names === null) {
      yield createTable(chunk);
      names = chunk.columns.map(({ schema }) => quoteName(schema.name)).join(', ');
    }
    const readers = chunk.columns.map(plainReader);
    for (let row = 0; row < chunk.rowCount; row++) {
      const isFirst = row % rowsPerStatement === 0;
      const isLast = row === chunk.rowCount - 1 || (row + 1) % rowsPerStatement === 0;
      const cells = readers.map((read) => literalOf(read(row))).join(', ');
      yield `${isFirst ? `INSERT INTO ${tableName} (${names}) VALUES\n` : ''}(${cells})${isLast ? ';' : ','}\n`;
    }
  }
  if (names === null) throw noRowsError();
}

function createTable({ columns }: TypedTable): string {
  const lines = columns.map(
    (column) => `  ${quoteName(column.schema.name)} ${sqlTypes[storedTypeOf(column)]}`,
  );
  return `CREATE TABLE ${tableName} (\n${lines.join(',\n')}\n);\n`;
}

function quoteName(name: string): string {
  return `"${withoutNul(name).replaceAll('"', '""')}"`;
}

function literalOf(cell: PlainCell): string {
  if (cell === null) return 'NULL';
  if (typeof cell === 'string') return `'${withoutNul(cell).replaceAll("'", "''")}'`;
  return String(cell).toUpperCase();
}

/** No database takes this character in a text. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
