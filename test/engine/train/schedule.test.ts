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
    schedule.end(400, 'quick');
    expect(schedule.totalSteps).toBe(460);
    expect(schedule.rate(430)).toBeCloseTo(schedule.rate(400) / 2, 1);
    expect(schedule.rate(460)).toBeLessThan(0.02);
  });

  it('takes longer over it where nobody waits, until somebody does', () => {
    const schedule = new Schedule(1, 1000);
    schedule.end(400, 'unhurried');
    expect(schedule.totalSteps).toBe(640);
    const rate = schedule.rate(500);
    schedule.end(500, 'quick');
    expect(schedule.totalSteps).toBe(575);
    expect(schedule.rate(501)).toBeCloseTo((rate * 75) / 76, 12);
    schedule.end(510, 'quick');
    expect(schedule.totalSteps).toBe(575);
  });

  it('never rises after the warm-up, whenever and however often it is ended', () => {
    const step = fc.integer({ min: 60, max: 3000 });
    const hastes = fc.constantFrom('quick' as const, 'unhurried' as const);
    const several = fc.array(fc.tuple(step, hastes), { maxLength: 3 });
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3000 }), several, (total, endings) => {
        const schedule = new Schedule(1, total);
        let before = 1;
        let largestRise = 0;
        for (let step = 50; step <= schedule.totalSteps; step++) {
          largestRise = Math.max(largestRise, schedule.rate(step) - before);
          before = schedule.rate(step);
          for (const [at, haste] of endings) if (at === step) schedule.end(step, haste);
        }
        expect(largestRise).toBeLessThan(1e-12);
        expect(schedule.totalSteps).toBeLessThanOrEqual(total);
      }),
    );
  });

  it('goes on after a restart as it would have without', () => {
    const schedule = new Schedule(2e-3, 500);
    schedule.end(200, 'unhurried');
    const restored = new Schedule(2e-3, 500);
    restored.restore(schedule.save());
    expect(restored.totalSteps).toBe(schedule.totalSteps);
    for (let step = 200; step <= restored.totalSteps; step++)
      expect(restored.rate(step)).toBe(schedule.rate(step));
  });
});
