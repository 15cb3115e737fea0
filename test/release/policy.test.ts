import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/evaluation/evidence';
import { checkPolicy } from '../../src/release/check-policy';
import { defaultPolicy } from '../../src/release/default-policy';
import { parsePolicy, type Policy, type Threshold } from '../../src/release/policy';
import { finding } from './make-evidence';

const written = {
  policy: 'House rules',
  version: 2,
  thresholds: { 'membership.auc': { most: 0.55 }, 'copies.exact': { most: 'holdout', margin: 0.01 } },
};

function policyOf(thresholds: Record<string, Threshold>, changes: Partial<Policy> = {}): Policy {
  return { policy: 'House rules', version: 1, judge: 'value', onMissing: 'fail', thresholds, ...changes };
}

describe('parsePolicy', () => {
  it('judges the figure itself, and lets what was not measured fail, where the file does not say', () => {
    expect(parsePolicy(JSON.stringify(written))).toEqual({ ...written, judge: 'value', onMissing: 'fail' });
  });

  it('reads the default policy as it is written', () => {
    expect(parsePolicy(JSON.stringify(defaultPolicy))).toEqual(defaultPolicy);
  });

  it.each<[string, unknown, RegExp]>([
    ['a list', [], /must be an object/],
    ['no name', { ...written, policy: ' ' }, /must have a name/],
    ['no version', { ...written, version: undefined }, /must have a version/],
    ['no threshold', { ...written, thresholds: {} }, /must set a threshold/],
    ['thresholds in a list', { ...written, thresholds: [] }, /thresholds must be an object of thresholds/],
    ['an unknown part', { ...written, limits: {} }, /not "limits"/],
    [
      'a threshold that asks nothing',
      { ...written, thresholds: { x: {} } },
      /"x" must say "most" or "least"/,
    ],
    [
      'a bound in words',
      { ...written, thresholds: { x: { most: 'low' } } },
      /most must be a number or "holdout"/,
    ],
    [
      'bounds that contradict',
      { ...written, thresholds: { x: { most: 1, least: 2 } } },
      /at least 2 and at most 1/,
    ],
    ['a margin on a number', { ...written, thresholds: { x: { most: 1, margin: 0.1 } } }, /has a margin/],
    ['another judge', { ...written, judge: 'median' }, /judge must be one of "value", "interval"/],
  ])('says in one sentence what is wrong with %s', (_, policy, words) => {
    const read = () => parsePolicy(JSON.stringify(policy), 'rules.json');
    expect(read).toThrow(words);
    expect(read).toThrow(/^rules\.json/);
  });

  it('says that a text which is no JSON is none', () => {
    expect(() => parsePolicy('most: 3')).toThrow(/is not JSON/);
  });
});

describe('checkPolicy', () => {
  const auc = finding('membership.auc', { synthetic: { value: 0.54, interval: { low: 0.52, high: 0.56 } } });
  const outcomeOf = (policy: Policy) => checkPolicy(policy, [auc]).results[0].outcome;

  it('passes a figure on its bound and fails one beyond it', () => {
    expect(outcomeOf(policyOf({ 'membership.auc': { most: 0.54 } }))).toBe('pass');
    expect(outcomeOf(policyOf({ 'membership.auc': { most: 0.53 } }))).toBe('fail');
    expect(outcomeOf(policyOf({ 'membership.auc': { least: 0.54 } }))).toBe('pass');
    expect(outcomeOf(policyOf({ 'membership.auc': { least: 0.55 } }))).toBe('fail');
  });

  it('judges the worse end of the interval where that is asked, by the policy or by the threshold', () => {
    expect(outcomeOf(policyOf({ 'membership.auc': { most: 0.55 } }, { judge: 'interval' }))).toBe('fail');
    expect(outcomeOf(policyOf({ 'membership.auc': { most: 0.55, judge: 'interval' } }))).toBe('fail');
    expect(outcomeOf(policyOf({ 'membership.auc': { least: 0.53 } }, { judge: 'interval' }))).toBe('fail');
    expect(outcomeOf(policyOf({ 'membership.auc': { most: 0.57 } }, { judge: 'interval' }))).toBe('pass');
  });

  it('allows a figure what chance allows the held-out rows, and the margin', () => {
    const copies = (value: number) =>
      checkPolicy(policyOf({ c: { most: 'holdout', margin: 0.01 } }), [
        finding('c', { synthetic: { value, interval: null } }),
      ]).results[0];
    expect(copies(0.139).outcome).toBe('pass');
    expect(copies(0.141).outcome).toBe('fail');
    expect(copies(0.1).limit).toBe('at most what rows never seen come to (0.14)');
  });

  it('tells what was not measured from what failed', () => {
    const thresholds = { absent: { most: 1 }, unknown: { most: 1 }, alone: { most: 'holdout' } } as const;
    const findings = [
      finding('unknown', { synthetic: { value: Number.NaN, interval: null }, verdict: 'unmeasured' }),
      finding('alone', { holdout: null }),
    ];
    const strict = checkPolicy(policyOf(thresholds), findings);
    expect(strict.results.map(({ outcome }) => outcome)).toEqual(Array(3).fill('not measured'));
    expect(strict.met).toBe(false);
    expect(checkPolicy(policyOf(thresholds, { onMissing: 'allow' }), findings).met).toBe(true);
  });

  it('holds a threshold against a figure without a verdict only where its interval is known', () => {
    const outcomeFor = (interval: Figure['interval'], threshold: Threshold) =>
      checkPolicy(policyOf({ c: threshold }), [
        finding('c', { verdict: 'unmeasured', synthetic: { value: 0.4, interval }, holdout: null }),
      ]).results[0];
    const known = { low: 0.3, high: 0.5 };
    expect(outcomeFor(known, { least: 0.3 }).outcome).toBe('pass');
    expect(outcomeFor(known, { least: 0.45 }).outcome).toBe('fail');
    expect(outcomeFor(known, { least: 'holdout' }).outcome).toBe('not measured');
    expect(outcomeFor(null, { least: 0.3 })).toMatchObject({ outcome: 'not measured', figure: null });
  });
});
