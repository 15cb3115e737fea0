import type { PublicFacts } from '../encode/private/public-facts';
import type { TypedColumn } from '../typed-table';

/** The columns as they are known without a look at the table: no rows, and of categories those that are typed. */
export function publicColumns(columns: readonly TypedColumn[], facts: PublicFacts): TypedColumn[] {
  return columns.map(({ schema, type }) =>
    type === 'numeric'
      ? { type, schema, values: new Float64Array(0) }
      : {
          type,
          schema,
          codes: new Int32Array(0),
          dictionary: [...(facts.get(schema.name)?.categories ?? [])],
        },
  );
}
