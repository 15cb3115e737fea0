import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Schedule } from '../../../src/engine/train/schedule';

describe('Schedule', () => {
  it('warms up, then falls along a cosine to 0 at its last step', () => {
    const schedule = new Schedule(1, 1000);
    expect(schedule.rate(1)).toBeCloseTo(0.02, 2);
    expect(schedule.rate(50)).toBeGreaterThan(0.99);
    expect(schedule.rate(500)).toBeCloseTo(0.5, 6);
    expect(schedule.rate(1000)).toBeCloseTo(0, 6);
  });

  it('falls linearly to nearly 0 when it is told to end early', () => {
    const schedule = new Schedule(1, 1000);
    schedule.end(400);
    expect(schedule.totalSteps).toBe(460);
    expect(schedule.rate(430)).toBeCloseTo(schedule.rate(400) / 2, 1);
    expect(schedule.rate(460)).toBeLessThan(0.02);
  });

  it('never rises after the warm-up, whenever it is ended', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3000 }), fc.integer({ min: 60, max: 3000 }), (total, endAt) => {
        const schedule = new Schedule(1, total);
        if (endAt < total) schedule.end(endAt);
        let before = schedule.rate(50);
        for (let step = 51; step <= schedule.totalSteps; step++) {
          expect(schedule.rate(step)).toBeLessThanOrEqual(before + 1e-12);
          before = schedule.rate(step);
        }
        expect(schedule.totalSteps).toBeLessThanOrEqual(total);
      }),
    );
  });

  it('goes on after a restart as it would have without', () => {
    const schedule = new Schedule(2e-3, 500);
    schedule.end(200);
    const restored = new Schedule(2e-3, 500);
    restored.restore(schedule.save());
    expect(restored.totalSteps).toBe(schedule.totalSteps);
    for (let step = 200; step <= restored.totalSteps; step++)
      expect(restored.rate(step)).toBe(schedule.rate(step));
  });
});
