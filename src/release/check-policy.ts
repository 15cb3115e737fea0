import { type Figure, type Finding, isMeasured } from '../evaluation/evidence';
import { plainFigure } from './plain-figures';
import type { Bound, Judge, Policy, Threshold } from './policy';
import { releaseWords } from './words';

export type Outcome = 'pass' | 'fail' | 'not measured';

/** One threshold of a policy, checked. */
interface ThresholdResult {
  readonly id: string;
  /** The finding's name; its id where there is no such finding. */
  readonly name: string;
  readonly outcome: Outcome;
  readonly threshold: Threshold;
  readonly judge: Judge;
  /** What was asked, in words: `at most 0.55`. */
  readonly limit: string;
  /** The figure that was judged; null where it was not measured. */
  readonly figure: Figure | null;
}

/** A policy held against the evidence. */
export interface PolicyCheck {
  readonly policy: string;
  readonly version: number;
  readonly onMissing: Policy['onMissing'];
  /** In the order of the policy. */
  readonly results: readonly ThresholdResult[];
  /** No threshold fails, and none that was not measured counts as a failure. */
  readonly met: boolean;
}

/**
 * Checks every threshold against the finding of that id. A bound of `holdout` is the held-out rows' own figure, at the
 * end of its interval that chance alone allows, plus the margin.
 */
export function checkPolicy(policy: Policy, findings: readonly Finding[]): PolicyCheck {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const results = Object.entries(policy.thresholds).map(([id, threshold]) =>
    checkThreshold(id, threshold, threshold.judge ?? policy.judge, byId.get(id)),
  );
  const failed = results.some(
    ({ outcome }) => outcome === 'fail' || (outcome === 'not measured' && policy.onMissing === 'fail'),
  );
  return {
    policy: policy.policy,
    version: policy.version,
    onMissing: policy.onMissing,
    results,
    met: !failed,
  };
}

function checkThreshold(
  id: string,
  threshold: Threshold,
  judge: Judge,
  finding: Finding | undefined,
): ThresholdResult {
  const most = limitOf(threshold, 'most', finding);
  const least = limitOf(threshold, 'least', finding);
  const figure = finding && isMeasured(finding) ? finding.synthetic : null;
  const head = { id, name: finding?.name ?? id, threshold, judge, limit: limitWords(threshold, most, least) };
  const known = figure && !Number.isNaN(most) && !Number.isNaN(least);
  if (!known) return { ...head, outcome: 'not measured', figure };
  const ends =
    judge === 'interval' && figure.interval ? figure.interval : { low: figure.value, high: figure.value };
  return { ...head, outcome: ends.high <= most && ends.low >= least ? 'pass' : 'fail', figure };
}

/** ±Infinity where nothing is asked on that side; NaN where the held-out rows' figure is wanted and there is none. */
function limitOf(threshold: Threshold, side: 'most' | 'least', finding: Finding | undefined): number {
  const bound: Bound | undefined = threshold[side];
  if (bound === undefined) return side === 'most' ? Infinity : -Infinity;
  if (bound !== 'holdout') return bound;
  const ruler = finding?.holdout;
  if (!ruler || !Number.isFinite(ruler.value)) return Number.NaN;
  const margin = threshold.margin ?? 0;
  return side === 'most'
    ? (ruler.interval?.high ?? ruler.value) + margin
    : (ruler.interval?.low ?? ruler.value) - margin;
}

/** What a threshold asks, without a figure of the real table: `at most 0.55`. */
export function askedWords(threshold: Threshold): string {
  return limitWords(threshold, Number.NaN, Number.NaN);
}

function limitWords(threshold: Threshold, most: number, least: number): string {
  const told = (bound: Bound | undefined, limit: number) => {
    if (bound === undefined) return null;
    if (bound !== 'holdout') return { figure: plainFigure(bound), isHoldout: false };
    return { figure: Number.isNaN(limit) ? null : plainFigure(limit), isHoldout: true };
  };
  return releaseWords().limits(told(threshold.least, least), told(threshold.most, most));
}
