import { describe, expect, it } from 'vitest';
import {
  countVerdicts,
  describeScale,
  judgementOf,
  pickForGlance,
  verdictOf,
  worstFirst,
} from '../../../../src/ui/steps/compare/families';
import { findingWith } from './make-findings';

const good = findingWith({ id: 'copies.exact' });
const alsoGood = findingWith({ id: 'copies.near' });
const other = findingWith({ id: 'attack.linkability' });
const fair = findingWith({ id: 'copies.nndr', verdict: 'fair' });
const poor = findingWith({ id: 'membership.auc', verdict: 'poor' });
const unmeasured = findingWith({ id: 'copies.dcrShare', verdict: 'unmeasured' });

describe('a family of findings', () => {
  it('is as good as the worst of them, and what was not measured says nothing', () => {
    expect(verdictOf([good, fair, unmeasured])).toBe('fair');
    expect(verdictOf([good, fair, poor])).toBe('poor');
    expect(verdictOf([good, unmeasured])).toBe('good');
    expect(verdictOf([unmeasured])).toBe('unmeasured');
    expect(verdictOf([])).toBe('unmeasured');
  });

  it('calls a figure without a verdict not judged, and one that is not there not measured', () => {
    const figure = { value: 0.5, interval: { low: 0.4, high: 0.6 } };
    expect(judgementOf(findingWith({ id: 'copies.nndr', verdict: 'unmeasured', synthetic: figure }))).toBe(
      'Not judged',
    );
    const missing = { value: Number.NaN, interval: null };
    expect(judgementOf(findingWith({ id: 'copies.nndr', verdict: 'unmeasured', synthetic: missing }))).toBe(
      'Not measured',
    );
    expect(judgementOf(good)).toBe('As good as real rows');
  });

  it('tells how many are amiss where not all are', () => {
    expect(countVerdicts([good, fair, fair])).toBe('2 of 3');
    expect(countVerdicts([fair, fair])).toBeNull();
    expect(countVerdicts([good, unmeasured])).toBeNull();
  });

  it('has the worst first, and equals in the order they came', () => {
    expect(worstFirst([unmeasured, good, poor, fair, other])).toEqual([poor, fair, good, other, unmeasured]);
  });

  it('is shown at a glance by what is amiss, then by one finding of each measure', () => {
    expect(pickForGlance([good, alsoGood, other, fair], 4)).toEqual([fair, other, good, alsoGood]);
    expect(pickForGlance([good, alsoGood, other], 2)).toEqual([good, other]);
    expect(pickForGlance([unmeasured], 3)).toEqual([]);
  });
});

it('says how a range is to be read', () => {
  expect(describeScale(good)).toBe('0 to 1; lower is better, 0 is best.');
  expect(describeScale(findingWith({ id: 'a', range: [0.5, 1], better: 'near ideal', ideal: 0.5 }))).toBe(
    '0.5 to 1; 0.5 is ideal.',
  );
  expect(
    describeScale(findingWith({ id: 'a', range: [1, Infinity], better: 'higher', ideal: Infinity })),
  ).toBe('From 1 up; higher is better.');
});
