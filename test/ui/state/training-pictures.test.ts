import { describe, expect, it } from 'vitest';
import { countsByColumn, extendCurve, type LossPoint } from '../../../src/ui/state/training-pictures';

const point = (step: number, validationLoss: number | null = null): LossPoint => ({
  network: 1,
  step,
  loss: 10,
  validationLoss,
});

describe('the loss curve', () => {
  it('drops the points after a checkpoint that training went back to', () => {
    const curve = [point(50), point(100), point(150)];
    expect(extendCurve(curve, point(100)).map(({ step }) => step)).toEqual([50, 100]);
  });

  it('stays small, and keeps every validation loss and the latest point', () => {
    let curve: readonly LossPoint[] = [];
    for (let step = 1; step <= 5000; step++)
      curve = extendCurve(curve, point(step, step % 500 === 0 ? 9 : null));
    expect(curve.length).toBeLessThanOrEqual(601);
    expect(curve.filter(({ validationLoss }) => validationLoss !== null)).toHaveLength(10);
    expect(curve.at(-1)?.step).toBe(5000);
  });
});

it('finds a column’s counts by its name', () => {
  const counts = Float64Array.of(1, 2);
  const found = countsByColumn({ type: 'marginals', rows: 3, columns: [{ name: 'age', counts }] });
  expect(found.get('age')).toBe(counts);
});
