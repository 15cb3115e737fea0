import type { Finding } from '../../../evaluation/evidence';
import type { ColumnComparison } from '../../../evaluation/report';
import { describeScale } from './families';
import { measureWords } from './measure-words';

/** The published name and meaning of a column's distance. */
export function termOf({ measure }: ColumnComparison): string {
  return measureWords()[measure];
}

/** What findings measure, by their ids up to a dot or in full; the longest that fits tells. */
const findingTerms: Readonly<Record<string, keyof ReturnType<typeof measureWords>>> = {
  'copies.exact': 'exact',
  'copies.near': 'near',
  'copies.dcrShare': 'lean',
  'copies.nndr': 'ratio',
  singlingOut: 'singlingOut',
  linkability: 'linkability',
  inference: 'guessing',
  membership: 'membership',
  rareCombinations: 'rareCombinations',
  'detection.auc': 'detectionAuc',
  detection: 'detection',
  'utility.importanceAgreement': 'importanceAgreement',
  utility: 'utility',
  fairness: 'fairness',
};

/** What a finding measures, and how its range is to be read. */
export function meaningOf(finding: Finding): string {
  const known = findingTerms[finding.id] ?? findingTerms[finding.id.split('.')[0]];
  return known === undefined ? describeScale(finding) : `${measureWords()[known]} ${describeScale(finding)}`;
}
