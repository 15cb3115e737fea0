import type { TableSchema } from '../../engine/schema';
import type { TypedTable } from '../../engine/typed-table';

/** Each chunk with its columns in the order of the file that was opened; columns that it lacks are left out. */
export async function* inSchemaOrder(
  chunks: AsyncIterable<TypedTable>,
  schema: TableSchema,
): AsyncGenerator<TypedTable> {
  const place = new Map(schema.columns.map((column, index) => [column.name, index]));
  const placeOf = (name: string) => place.get(name) ?? place.size;
  for await (const chunk of chunks) {
    const columns = chunk.columns.toSorted((a, b) => placeOf(a.schema.name) - placeOf(b.schema.name));
    yield { ...chunk, columns };
  }
}
