import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../../cli/files';
import { root } from '../../scripts/bundle';
import { inferSchema } from '../../src/engine/analyze/infer-schema';
import { interpretTable } from '../../src/engine/interpret';
import type { TypedTable } from '../../src/engine/typed-table';
import { readTable } from '../../src/io/read-table';
import { bankCustomers } from '../../src/samples';

/** Where the public adult table lies, beside the repository; null where it does not. */
export function adultFile(): string | null {
  const file = join(root, '../shared/data/adult/train.csv');
  return existsSync(file) ? file : null;
}

/** A table from disk under the schema that is inferred for it. */
export async function openTable(path: string): Promise<TypedTable> {
  const { table, schema } = await openFile(path);
  return interpretTable(table, schema);
}

/** The project's own sample table, of so many rows. */
export async function sampleTable(rows: number): Promise<TypedTable> {
  const bytes = new TextEncoder().encode(bankCustomers(rows));
  const { table } = await readTable(inOnePiece(bytes), { byteCount: bytes.length, choice: {} });
  return interpretTable(table, inferSchema(table));
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
