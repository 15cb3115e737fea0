import type { CodeTable } from '../code-table';
import { informationOf, leastInformation } from './pair-information';

const mostCodes = 33;
/** What a column shares with all others is at least so many times what it shares with any one. */
const fewestSharers = 3;

/**
 * Columns of few codes that share little with any other one, and more with all of them, by their indices. Together the others tell much of
 * them: at the end of the order that is learnt as one conditional, at its beginning as a trace in each of the others (docs/model.md).
 */
export function findLooseColumns(table: CodeTable): number[] {
  const information = informationOf(table);
  if (!information) return [];
  const indices = table.columns.map((_, index) => index);
  const isLoose = (index: number) => {
    const shared = indices.map((other) => (other === index ? 0 : Math.max(0, information(index, other))));
    const most = shared.reduce((larger, one) => Math.max(larger, one), 0);
    const sum = shared.reduce((total, one) => total + one, 0);
    return most < leastInformation && sum >= fewestSharers * most;
  };
  return indices.filter((index) => table.columns[index].codec.size <= mostCodes && isLoose(index));
}
