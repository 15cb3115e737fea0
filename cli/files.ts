import { createReadStream } from 'node:fs';
import { access, constants, open, realpath, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inferSchema } from '../src/engine/analyze/infer-schema';
import { UserError } from '../src/engine/errors';
import type { TableSchema } from '../src/engine/schema';
import type { TypedTable } from '../src/engine/typed-table';
import { type ExportFormat, fileTypes, formatOfName } from '../src/io/write/export-format';
import { writtenDelimiter } from '../src/io/write/encoding';
import { writeTable, type WrittenFile } from '../src/io/write/write-table';
import { inSchemaOrder } from '../src/io/write/in-schema-order';
import { type ReadChoice, readTable, type ReadResult } from '../src/io/read-table';
import { nativeHash } from './native-hash';

export interface OpenedFile extends ReadResult {
  readonly schema: TableSchema;
}

/** Reads a table from disk and looks at its columns. */
export async function openFile(path: string, choice: ReadChoice = {}): Promise<OpenedFile> {
  const { size } = await stat(path);
  const chunks = createReadStream(path, { highWaterMark: 4 * 1024 * 1024 }) as AsyncIterable<Uint8Array>;
  const read = await readTable(chunks, { byteCount: size, choice, hash: nativeHash() });
  return { ...read, schema: inferSchema(read.table, undefined, choice.missingTokens) };
}

/** The format a file name asks for. */
export function formatOf(path: string): ExportFormat {
  const format = formatOfName(path);
  if (format !== null) return format;
  const endings = Object.values(fileTypes).map(({ extension }) => extension);
  throw new UserError(`--out ${path} must end in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}.`);
}

/**
 * Throws UserError when a file cannot be written there: said before the training, not after it.
 * @param option names the path in the sentence
 * @param read the file that is read, which must not be written over
 */
export async function checkDestination(path: string, option: string, read: string): Promise<void> {
  const folder = dirname(path);
  const inFolder = await stat(folder).catch(() => null);
  if (!inFolder?.isDirectory())
    throw new UserError(`There is no folder ${folder} for ${option}: make it first.`);
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new UserError(`${option} ${path} is a folder: name a file.`);
  const isWritable = await access(there ? path : folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isWritable) throw new UserError(`${option} ${path} may not be written: choose another place.`);
  if (there && (await realpath(path)) === (await realpath(read).catch(() => null)))
    throw new UserError(`${option} ${path} is the file that is read: choose another name.`);
}

/** What a table's file is to be like. */
export interface WrittenLike {
  readonly schema: TableSchema;
  readonly dialect: Pick<ReadResult['dialect'], 'delimiter'>;
  /** Of a CSV file, that it begins with the columns' names; not said: it does. */
  readonly hasHeader?: boolean;
}

/**
 * Writes chunks as they are made; memory does not grow with the rows. CSV gets the real file's delimiter, so that what
 * reads the one reads the other. A file that could not be finished is removed.
 */
export async function writeFile(
  path: string,
  chunks: AsyncIterable<TypedTable>,
  { schema, dialect, hasHeader }: WrittenLike,
): Promise<WrittenFile> {
  const format = formatOf(path);
  const delimiter = writtenDelimiter(dialect.delimiter);
  const file = await open(path, 'w');
  try {
    return await writeTable(
      inSchemaOrder(chunks, schema),
      format,
      { guardFormulas: false, delimiter, hasHeader },
      {
        write: async (bytes) => {
          await file.write(bytes);
        },
      },
    );
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
