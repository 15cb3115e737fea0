import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../src/evaluation/privacy/wilson-interval';

describe('wilsonInterval', () => {
  it.each([
    [850, 1000, 0.849, 0.022, 3],
    [23, 100, 0.23998824, 0.08155559, 6],
  ])('has the published centre and half width for %d of %d', (successes, trials, centre, half, digits) => {
    const { low, high } = wilsonInterval(successes, trials);
    expect((low + high) / 2).toBeCloseTo(centre, digits);
    expect((high - low) / 2).toBeCloseTo(half, digits);
  });

  it('stays within 0 and 1, and says nothing where nothing was tried', () => {
    expect(wilsonInterval(0, 10).low).toBeCloseTo(0, 12);
    expect(wilsonInterval(10, 10).high).toBeCloseTo(1, 12);
    expect(wilsonInterval(0, 0).low).toBeCloseTo(0, 12);
    expect(wilsonInterval(0, 0).high).toBeCloseTo(1, 12);
  });
});
