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
  attack:
    'Attacks after Anonymeter (Giomi et al., 2023). The lines about rows learnt from bear a 95\u00a0% Wilson interval; the same attack on rows never seen is the control; chance is what blind guessing gets right.',
  inference:
    'Attribute inference after Anonymeter: the column is guessed from the nearest synthetic row. What is guessed as well about rows never seen is knowledge about people in general, not about those in the table.',
  nearest:
    'The distance to the closest record (DCR) among the rows learnt from, on Gower’s scale: 0 is an equal row, 1 is as unlike as rows can be in one column.',
  transfer:
    'Train on synthetic, test on real (TSTR), beside train on real, test on real (TRTR): gradient-boosted trees, tested on rows that neither has seen.',
  importance:
    'Permutation importance: by how much the score drops when the column is shuffled among the rows it is tested on.',
  slice:
    'The same scores within groups of the rows it is tested on. What is clear only in a slice is lost in the mean.',
  tails:
    'Beyond the real 1\u00a0% or 0.1\u00a0% quantile (99\u00a0%, 99.9\u00a0%): the share of values there, over the share in the rows learnt from. A tail is called lost below one half, where chance does not explain it.',
  smoothing:
    'Over-smoothing: frequent exact values that are smeared or gone, valleys between peaks that are filled up, or a variance (what is outside the 5\u00a0% and 95\u00a0% quantiles pulled in) below 0.8 of the real one, each beyond what chance explains.',
  marginal2:
    '2-way marginals (NIST SDNist k-marginal score): 1000 is every combination of values as often as in the rows learnt from, 0 no combination in common. Numbers are cut into ten groups.',
  marginal3:
    '3-way marginals (NIST SDNist k-marginal score): 1000 is every combination of three values as often as in the rows learnt from, 0 no combination in common. Lower than of pairs by nature, as combinations are rarer.',
  alphaPrecision:
    'α-precision (Alaa et al., 2022): whether as many synthetic rows as real ones lie within each distance of the real rows’ mean.',
  betaRecall:
    'β-recall (Alaa et al., 2022): whether a synthetic row is as near to a real row as another real row is.',
  density:
    'Density (Naeem et al., 2020): in how many real rows’ neighbourhoods a synthetic row lies, against a real row.',
  coverage:
    'Coverage (Naeem et al., 2020): the share of real rows with a synthetic row nearer than their fifth nearest real one.',
  vendi:
    'The Vendi score (Friedman & Dieng, 2023): the exponential of the entropy of the similarities between rows. The interval is from four samples.',
  duplicates:
    'All rows of a group of equal ones count. Equal rows happen in real tables too: they are the ruler.',
  curves:
    'Learning curves: gradient-boosted trees learn from more and more rows, and are tested on real rows that none has seen. The shaded bands are 95\u00a0% intervals, from resampling the rows tested on.',
  rates:
    'Base rate: the share of a group’s rows with the class. Its spread between groups is what a fair model would inherit.',
  giveaway:
    'Permutation importance: by how much worse the detector becomes when it cannot make out the column.',
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
  singlingOut:
    'An attacker makes a description that fits one synthetic row, and looks whether it fits exactly one person in the table. The risk is what succeeds beyond the same attack on rows never seen.',
  linkability:
    'An attacker has two halves of the columns in two lists, and joins people by their nearest synthetic rows. The risk is what succeeds beyond the same attack on rows never seen.',
  inference:
    'An attacker guesses a column from the nearest synthetic row. The risk is what succeeds beyond the same attack on rows never seen.',
  membership:
    'An attacker tells whether a person was in the table, by how dense synthetic rows are around the person compared with real ones (DOMIAS).',
  rareCombinations:
    'Of the people whose combination of known columns fewer than five share, those whose combination is among the synthetic rows (k-map).',
  'detection.auc':
    'Classifier two-sample test: gradient-boosted trees learn to tell real rows from synthetic ones, and are tested on rows they have not seen.',
  detection:
    'Classifier two-sample test (C2ST): gradient-boosted trees learn to tell real rows from synthetic ones, and are tested on rows they have not seen.',
  'utility.importanceAgreement':
    'Whether the columns that matter to a model trained on synthetic rows are those that matter to one trained on real rows.',
  utility:
    'Gradient-boosted trees and a linear model learn from synthetic rows (TSTR) or from real rows (TRTR), and are tested on real rows that neither has seen.',
  fairness: 'Groups of the columns marked sensitive, each compared and predicted by itself.',
};

/** What a finding measures, and how its range is to be read. */
export function meaningOf(finding: Finding): string {
  const known = findingTerms[finding.id] ?? findingTerms[finding.id.split('.')[0]];
  return known === undefined ? describeScale(finding) : `${known} ${describeScale(finding)}`;
}
