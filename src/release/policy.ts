import { UserError } from '../engine/errors';
import { aText, checkAgainst, oneOf, type Rule, type Rules, within } from '../engine/rules';
import { releaseWords } from './words';

/** `value`: the figure itself is judged; `interval`: the end of its 95 % interval that is worse. */
export type Judge = 'value' | 'interval';

/** A bound: a figure, or what rows that the model never saw come to. */
export type Bound = number | 'holdout';

export interface Threshold {
  readonly most?: Bound;
  readonly least?: Bound;
  /** How far beyond `holdout` the figure may lie; 0 when not said. */
  readonly margin?: number;
  /** Instead of the policy's own. */
  readonly judge?: Judge;
}

/** What an organisation asks of every release: thresholds on findings, checked like tests. */
export interface Policy {
  /** Its name. */
  readonly policy: string;
  readonly version: number;
  readonly judge: Judge;
  /** Whether a threshold whose figure was not measured fails the release. */
  readonly onMissing: 'fail' | 'allow';
  /** By the findings' ids. */
  readonly thresholds: Readonly<Record<string, Threshold>>;
}

const aThreshold: Rules<Threshold> = {
  most: aBound(),
  least: aBound(),
  margin: within(0, Number.MAX_SAFE_INTEGER, false),
  judge: oneOf(['value', 'interval']),
};

const anObject: Rule = {
  wants: () => releaseWords().wantsThresholds,
  accepts: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

const policyRules: Rules<Policy> = {
  policy: aText,
  version: within(1, Number.MAX_SAFE_INTEGER, true),
  judge: oneOf(['value', 'interval']),
  onMissing: oneOf(['fail', 'allow']),
  thresholds: anObject,
};

function aBound(): Rule {
  return {
    wants: () => releaseWords().wantsBound,
    accepts: (value) => value === 'holdout' || (typeof value === 'number' && Number.isFinite(value)),
  };
}

/**
 * Reads a policy written as JSON; `judge` is "value" and `onMissing` "fail" where it does not say.
 * Throws UserError with one sentence that names the part that is not as it must be.
 */
export function parsePolicy(text: string, where = releaseWords().thePolicy): Policy {
  const parsed = parseJson(text, where);
  checkAgainst(policyRules, parsed, where);
  const { policy, version, judge = 'value', onMissing = 'fail', thresholds } = parsed as Partial<Policy>;
  const words = releaseWords();
  if (policy === undefined || policy.trim() === '') throw new UserError(words.policyHasNoName(where));
  if (version === undefined) throw new UserError(words.policyHasNoVersion(where));
  if (thresholds === undefined || Object.keys(thresholds).length === 0)
    throw new UserError(words.policySetsNothing(where));
  for (const [id, threshold] of Object.entries(thresholds)) checkThreshold(id, threshold, where);
  return { policy, version, judge, onMissing, thresholds };
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(releaseWords().policyIsNoJson(where));
  }
}

function checkThreshold(id: string, threshold: Threshold, where: string): void {
  const words = releaseWords();
  checkAgainst(aThreshold, threshold, words.inThreshold(where, id));
  const { most, least, margin } = threshold;
  if (most === undefined && least === undefined) throw new UserError(words.thresholdAsksNothing(where, id));
  if (typeof most === 'number' && typeof least === 'number' && least > most)
    throw new UserError(words.thresholdIsEmpty(where, id, least, most));
  if (margin !== undefined && most !== 'holdout' && least !== 'holdout')
    throw new UserError(words.marginWithoutHoldout(where, id));
}
