import type { TypedTable } from '../typed-table';
import { concatenateTables } from './generate-table';

/** Puts small chunks together until they hold so many rows, as each chunk costs a file a header of its own. Leaves out empty ones. */
export async function* gatherChunks(
  chunks: AsyncIterable<TypedTable>,
  fewestRows: number,
): AsyncGenerator<TypedTable> {
  let held: TypedTable[] = [];
  let rows = 0;
  for await (const chunk of chunks) {
    if (chunk.rowCount === 0) continue;
    held.push(chunk);
    rows += chunk.rowCount;
    if (rows < fewestRows) continue;
    yield held.length > 1 ? concatenateTables(held) : chunk;
    held = [];
    rows = 0;
  }
  if (held.length > 0) yield concatenateTables(held);
}
