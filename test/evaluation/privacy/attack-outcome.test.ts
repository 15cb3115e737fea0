import { describe, expect, it } from 'vitest';
import {
  judgeRisk,
  outcomeOf,
  residualRisk,
  worstOutcome,
} from '../../../src/evaluation/privacy/attack-outcome';

describe('residualRisk', () => {
  it('has the published values', () => {
    const risk = residualRisk({ value: 0.9, error: 0.02 }, { value: 0.85, error: 0.02 });
    expect(risk.value).toBeCloseTo(0.333, 3);
    expect(risk.error).toBeCloseTo(0.16, 2);
    const { risk: counted } = outcomeOf({
      attack: { hits: 120, of: 500 },
      control: { hits: 80, of: 500 },
      baseline: { hits: 0, of: 500 },
    });
    expect(counted?.value).toBeCloseTo(0.0948, 4);
    expect(counted?.error).toBeCloseTo(0.0565, 4);
  });

  it('is not known without a control', () => {
    const none = outcomeOf({ attack: { hits: 1, of: 2 }, control: null, baseline: { hits: 0, of: 1 } });
    expect(none.risk).toBeNull();
    expect(judgeRisk(none.risk)).toBe('unmeasured');
    expect(worstOutcome([none])).toBeUndefined();
  });
});

describe('judgeRisk', () => {
  it('goes by the low end of the interval, which is wider where the outcome is the worst of several', () => {
    expect(judgeRisk({ value: 0.02, error: 0.03 })).toBe('good');
    expect(judgeRisk({ value: 0.05, error: 0.03 })).toBe('fair');
    expect(judgeRisk({ value: 0.09, error: 0.03 })).toBe('poor');
    expect(judgeRisk({ value: 0.09, error: 0.03 }, 15)).toBe('fair');
  });
});

describe('worstOutcome', () => {
  it('prefers what is certain to what is large', () => {
    const certain = outcomeOf({
      attack: { hits: 300, of: 1000 },
      control: { hits: 200, of: 1000 },
      baseline: { hits: 0, of: 1 },
    });
    const vague = outcomeOf({
      attack: { hits: 9, of: 10 },
      control: { hits: 8, of: 10 },
      baseline: { hits: 0, of: 1 },
    });
    expect(vague.risk?.value).toBeGreaterThan(certain.risk?.value ?? 1);
    expect(worstOutcome([vague, certain])).toBe(certain);
  });
});
