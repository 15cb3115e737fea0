import type { Policy } from './policy';

/**
 * What is asked of a release where nobody said otherwise: nothing that looks like copying beyond what rows never seen
 * show, attacks that gain next to nothing, and models that predict nearly as well. What was not measured does not fail it,
 * as not every table has a target.
 */
export const defaultPolicy: Policy = {
  policy: 'Understudy’s default',
  version: 1,
  judge: 'value',
  onMissing: 'allow',
  thresholds: {
    'copies.exact': { most: 'holdout', margin: 0.001 },
    'copies.near': { most: 'holdout', margin: 0.002 },
    'copies.dcrShare': { most: 0.55 },
    'membership.auc': { most: 0.55 },
    'singlingOut.risk': { most: 0.1 },
    'linkability.risk': { most: 0.1 },
    'inference.risk': { most: 0.1 },
    'utility.gap': { most: 0.05 },
  },
};
