import type { Finding } from '../../../evaluation/evidence';
import type { ColumnComparison } from '../../../evaluation/report';
import { describeScale } from './families';

/** What each figure means, under the name it is published by. */
export const measureTerms = {
  ks: 'The Kolmogorov–Smirnov distance: the widest gap between the two cumulative distributions. 0\u00a0% is equal, 100\u00a0% has nothing in common. SDMetrics calls 1 minus it KSComplement.',
  tv: 'The total variation distance: the share of rows that would have to change category. 0\u00a0% is equal, 100\u00a0% has nothing in common. SDMetrics calls 1 minus it TVComplement.',
  wasserstein:
    'The Wasserstein-1 distance: how far values would have to be moved on average, as a share of the column’s range.',
  shape:
    'The mean over the columns of the Kolmogorov–Smirnov distance (numbers, dates) or the total variation distance (categories). SDMetrics calls 1 minus it Column Shapes.',
  trend:
    'The mean over all pairs of columns of 1 minus CorrelationSimilarity (two numbers) or ContingencySimilarity (otherwise). SDMetrics calls 1 minus it Column Pair Trends.',
  missing:
    'The mean over the columns of the difference between the shares of missing cells. SDMetrics calls 1 minus it MissingValueSimilarity.',
  exact:
    'The share of rows that equal a row the model learnt from in every compared column. SDMetrics’ NewRowSynthesis counts those that do not.',
  near: 'The share of rows nearer to a row the model learnt from than 1\u00a0% of the usual distance between rows (distance to closest record).',
  lean: 'The distance to the closest record among the rows learnt from, beside the distance to the closest among as many rows never seen. A generator that has learnt no one by heart comes out even.',
  association:
    'Pearson’s correlation without its sign for two numbers, Cramér’s V for two categories, the correlation ratio for one of each. 0 is unrelated, 1 determined.',
} as const;

/** The published name and meaning of a column's distance. */
export function termOf({ measure }: ColumnComparison): string {
  return measureTerms[measure];
}

/** What findings measure, by their ids up to a dot or in full; the longest that fits tells. */
const findingTerms: Readonly<Record<string, string>> = {
  'copies.exact': measureTerms.exact,
  'copies.near': measureTerms.near,
  'copies.dcrShare': measureTerms.lean,
  'copies.nndr':
    'How far the nearest row learnt from is, divided by how far the second nearest is. Small ratios mean that single rows are hugged.',
};

/** What a finding measures, and how its range is to be read. */
export function meaningOf(finding: Finding): string {
  const known = findingTerms[finding.id] ?? findingTerms[finding.id.split('.')[0]];
  return known === undefined ? describeScale(finding) : `${known} ${describeScale(finding)}`;
}
