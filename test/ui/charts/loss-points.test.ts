import { describe, expect, it } from 'vitest';
import { lossRange, nearestPoint, thinPoints } from '../../../src/ui/charts/loss-points';

const course = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    network: 1,
    step: index + 1,
    loss: 10 + 90 / (index + 1),
    validationLoss: (index + 1) % 10 === 0 ? 11 : null,
  }));

describe('thinPoints', () => {
  it('leaves few points as they are', () => {
    const points = course(5);
    expect(thinPoints(points, 5)).toBe(points);
  });

  it('keeps the mean loss, the last step and every run’s last validation loss', () => {
    const points = course(1000);
    const thinned = thinPoints(points, 100);
    expect(thinned).toHaveLength(100);
    expect(thinned[99].step).toBe(1000);
    expect(thinned.every(({ validationLoss }) => validationLoss === 11)).toBe(true);
    const mean = (list: readonly { loss: number }[]) =>
      list.reduce((sum, { loss }) => sum + loss, 0) / list.length;
    expect(mean(thinned)).toBeCloseTo(mean(points), 9);
  });
});

describe('lossRange', () => {
  it('leaves out the steep beginning and holds everything after it', () => {
    const points = course(100);
    const [low, high] = lossRange(points);
    expect(high).toBeLessThan(points[0].loss);
    for (const { loss } of points.slice(10)) {
      expect(loss).toBeGreaterThanOrEqual(low);
      expect(loss).toBeLessThanOrEqual(high);
    }
  });

  it('has a range for nothing, and for one reading', () => {
    expect(lossRange([])).toEqual([0, 1]);
    const [low, high] = lossRange([{ network: 1, step: 1, loss: 5, validationLoss: null }]);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
  });
});

it('nearestPoint finds the point under a pixel, and none among none', () => {
  expect(nearestPoint(course(10), (step) => step * 10, 47)).toBe(4);
  expect(nearestPoint([], (step) => step, 3)).toBeNull();
});
