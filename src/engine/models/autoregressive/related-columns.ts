import type { LearntTable } from '../../encode/factorise/learnt-table';
import { informationOf, leastInformation } from '../../encode/factorise/pair-information';

const mostRelated = 3;

/**
 * For each column the earlier columns that tell most of it: at most three, by mutual information. Members look at their
 * groups alone.
 */
export function findRelatedColumns(table: LearntTable): number[][] {
  const related: number[][] = table.columns.map(() => []);
  const information = informationOf(table);
  if (!information) return related;
  table.order.forEach((index, place) => {
    related[index] = table.order
      .slice(0, place)
      .map((other) => ({ other, shared: information(index, other) }))
      .filter(({ shared }) => shared > leastInformation)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, mostRelated)
      .map(({ other }) => other);
  });
  for (const { index, memberIndex } of table.factored) related[memberIndex] = [index];
  return related;
}
