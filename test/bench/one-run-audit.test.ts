import { describe, expect, test } from 'vitest';
import { epsilonLowerBound, guessMembers } from '../../bench/dp/one-run-audit';

describe('an audit by one run', () => {
  test('100 right guesses of 100 show ε ≥ 3.49 at 5 % risk: the ε at which that happens so often', () => {
    const bound = epsilonLowerBound({ canaries: 100, made: 100, right: 100 }, 0, 0.05);
    const share = 0.05 ** (1 / 100);
    expect(bound).toBeCloseTo(Math.log(share / (1 - share)), 3);
  });

  test('as many right as wrong ones show nothing, and δ weakens what is shown', () => {
    expect(epsilonLowerBound({ canaries: 100, made: 100, right: 50 }, 0, 0.05)).toBe(0);
    const guesses = { canaries: 1000, made: 100, right: 90 };
    expect(epsilonLowerBound(guesses, 1e-3, 0.05)).toBeLessThan(epsilonLowerBound(guesses, 1e-6, 0.05));
  });

  test.each([
    [{ canaries: 1000, made: 100, right: 90 }, 1e-5, 0.05, 1.6261],
    [{ canaries: 1000, made: 100, right: 90 }, 1e-3, 0.05, 0.3885],
    [{ canaries: 600, made: 150, right: 150 }, 1e-5, 0.01, 3.4304],
  ])(
    '%o at δ = %d and risk %d show the ε that the paper’s own code gives: %d',
    (guesses, delta, risk, bound) => {
      expect(Math.abs(epsilonLowerBound(guesses, delta, risk) - bound)).toBeLessThan(2e-4);
    },
  );

  test('guesses go by the scores at both ends alone', () => {
    const scores = Float64Array.of(5, -3, 0.1, 4, -4, 0);
    expect(guessMembers(scores, Uint8Array.of(1, 0, 1, 1, 1, 0), 4)).toEqual({
      canaries: 6,
      made: 4,
      right: 3,
    });
  });
});
