import type { CodeTable } from '../code-table';
import { informationOf, leastInformation } from './pair-information';

const mostCodes = 33;

/**
 * Columns of few codes that share little with any other one, by their indices. What they hang on is many others together: at the
 * end of the order that is learnt as one conditional, at its beginning as a trace in each of the others (docs/model.md).
 */
export function findLooseColumns(table: CodeTable): number[] {
  const information = informationOf(table);
  if (!information) return [];
  const indices = table.columns.map((_, index) => index);
  const isLoose = (index: number) =>
    indices.every((other) => other === index || information(index, other) < leastInformation);
  return indices.filter((index) => table.columns[index].codec.size <= mostCodes && isLoose(index));
}
