import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { inferSchema } from '../src/engine/analyze/infer-schema';
import { UserError } from '../src/engine/errors';
import type { TableSchema } from '../src/engine/schema';
import type { TypedTable } from '../src/engine/typed-table';
import type { ExportFormat } from '../src/io/write/export-format';
import { delimiters } from '../src/io/write/encoding';
import { writeTable, type WrittenFile } from '../src/io/write/write-table';
import { inSchemaOrder } from '../src/io/write/in-schema-order';
import { readTable, type ReadResult } from '../src/io/read-table';
import type { DialectChoice } from '../src/io/csv/dialect';

export interface OpenedFile extends ReadResult {
  readonly schema: TableSchema;
}

/** Reads a table from disk and looks at its columns. */
export async function openFile(path: string, choice: DialectChoice = {}): Promise<OpenedFile> {
  const { size } = await stat(path);
  const chunks = createReadStream(path, { highWaterMark: 4 * 1024 * 1024 }) as AsyncIterable<Uint8Array>;
  const read = await readTable(chunks, { byteCount: size, choice });
  return { ...read, schema: inferSchema(read.table) };
}

/** The format a file name asks for. */
export function formatOf(path: string): ExportFormat {
  const extension = extname(path).slice(1).toLowerCase();
  if (extension === 'csv' || extension === 'arrow' || extension === 'parquet') return extension;
  throw new UserError(`--out ${path} must end in .csv, .arrow or .parquet.`);
}

/**
 * Writes chunks as they are made; memory does not grow with the rows. CSV gets the real file's delimiter, so that what
 * reads the one reads the other.
 */
export async function writeFile(
  path: string,
  chunks: AsyncIterable<TypedTable>,
  { schema, dialect }: Pick<OpenedFile, 'schema' | 'dialect'>,
): Promise<WrittenFile> {
  const format = formatOf(path);
  const delimiter = delimiters.find((known) => known === dialect.delimiter);
  const file = await open(path, 'w');
  try {
    return await writeTable(
      inSchemaOrder(chunks, schema),
      format,
      { guardFormulas: false, delimiter },
      {
        write: async (bytes) => {
          await file.write(bytes);
        },
      },
    );
  } finally {
    await file.close();
  }
}
