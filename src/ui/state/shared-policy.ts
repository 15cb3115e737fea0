import { UserError } from '../../engine/errors';
import { parsePolicy, type Policy, type Threshold } from '../../release/policy';
import { sharedWords } from './shared-words';

/** Findings whose thresholds a link may name: other ids may be anything that somebody wrote into a policy. */
export const namedFindings: readonly string[] = [
  'attainable.gap',
  'copies.dcrShare',
  'copies.exact',
  'copies.near',
  'copies.nndr',
  'coverage.boundaries',
  'coverage.categories',
  'coverage.range',
  'coverage.rareCategories',
  'detection.spmse',
  'diversity.duplicates',
  'diversity.vendi',
  'fairness.baseRateChange',
  'fairness.parityChange',
  'fairness.worstGroupShape',
  'fairness.worstGroupUtility',
  'inference.risk',
  'linkability.risk',
  'membership.auc',
  'membership.isolatedAuc',
  'membership.tprAtLowFpr',
  'missing.pattern',
  'rareCombinations.share',
  'shape.chiSquared',
  'shape.jensenShannon',
  'singlingOut.risk',
  'smoothing.columns',
  'tails.lost',
  'utility.gap',
  'utility.importanceAgreement',
  'utility.score',
  'utility.worstSliceGap',
];

/** `judge=value`, `missing=allow`, `limits=membership.auc:most:0.55,…`. A policy's name stays out: it may say whose it is. */
export function writePolicyParts({ judge, onMissing, thresholds }: Policy): string[] {
  const limits = Object.entries(thresholds)
    .filter(([id]) => namedFindings.includes(id))
    .map(([id, threshold]) => [id, ...Object.entries<string | number>({ ...threshold }).flat()].join(':'));
  return limits.length > 0 ? [`judge=${judge}`, `missing=${onMissing}`, `limits=${limits.join(',')}`] : [];
}

/** @throws UserError in one sentence that repeats nothing of the parts */
export function readPolicyParts(parts: ReadonlyMap<string, string>): Policy {
  const words = sharedWords();
  const thresholds = new Map((parts.get('limits') ?? '').split(',').map(readThreshold));
  const written = {
    policy: words.policyName,
    version: 1,
    judge: parts.get('judge'),
    onMissing: parts.get('missing'),
    thresholds: Object.fromEntries(thresholds),
  };
  try {
    return parsePolicy(JSON.stringify(written));
  } catch (error) {
    throw error instanceof UserError ? new UserError(words.badValue(words.names.policy)) : error;
  }
}

function readThreshold(text: string): [string, Threshold] {
  const words = sharedWords();
  const [id, ...rest] = text.split(':');
  if (!namedFindings.includes(id) || rest.length % 2 !== 0)
    throw new UserError(words.badValue(words.names.policy));
  const pairs = new Map<string, string | number>();
  for (let i = 0; i < rest.length; i += 2)
    pairs.set(rest[i], /^-?\d/.test(rest[i + 1]) ? Number(rest[i + 1]) : rest[i + 1]);
  return [id, Object.fromEntries(pairs)];
}
