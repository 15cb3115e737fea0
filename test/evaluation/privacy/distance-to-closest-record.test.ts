import { describe, expect, it } from 'vitest';
import { closerToTrainingShare } from '../../../src/evaluation/privacy/distance-to-closest-record';

describe('closerToTrainingShare', () => {
  it('counts closer rows whole, ties half and the others not', () => {
    const toTraining = Float64Array.of(0, 1, 2, 3);
    const toHoldout = Float64Array.of(1, 1 + 1e-9, 2.5, 1);
    expect(closerToTrainingShare(toTraining, toHoldout).share).toBe(2.5 / 4);
  });

  it('has an interval that holds the share and narrows with more rows', () => {
    const shareOf = (rows: number) =>
      closerToTrainingShare(
        new Float64Array(rows).fill(1),
        Float64Array.from({ length: rows }, (_, row) => row % 2),
      );
    const few = shareOf(20);
    const many = shareOf(2000);
    expect(few.low).toBeLessThan(few.share);
    expect(few.high).toBeGreaterThan(few.share);
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
  });

  it('says nothing where no row was looked at', () => {
    expect(closerToTrainingShare(new Float64Array(0), new Float64Array(0)).share).toBe(0.5);
  });
});
