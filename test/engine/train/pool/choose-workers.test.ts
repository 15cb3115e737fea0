import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWorkers, type PoolSizes } from '../../../../src/engine/train/pool/choose-workers';

/** Adult under balanced settings. */
const census: PoolSizes = {
  cores: 8,
  batchRows: 256,
  steps: 1000,
  multiplied: 240_000,
  trained: 290_000,
  bytesEach: 4e7,
};

describe('chooseWorkers', () => {
  it('takes both cores of two, and most of eight', () => {
    expect(chooseWorkers({ ...census, cores: 2 })).toBe(2);
    expect(chooseWorkers(census)).toBeGreaterThanOrEqual(4);
  });

  it('leaves a training alone that is over in no time, or whose batch is one share', () => {
    expect(chooseWorkers({ ...census, batchRows: 64, multiplied: 5000, trained: 8000 })).toBe(1);
    expect(chooseWorkers({ ...census, batchRows: 16 })).toBe(1);
    expect(chooseWorkers({ ...census, steps: 20 })).toBe(1);
  });

  it('holds the further threads to a gigabyte', () => {
    expect(chooseWorkers({ ...census, bytesEach: 2 ** 29 })).toBeLessThanOrEqual(3);
    expect(chooseWorkers({ ...census, bytesEach: 2 ** 31 })).toBe(1);
  });

  it('never takes more than cores, eight, or sixteens of rows', () => {
    const sizes = fc.record({
      cores: fc.integer({ min: 1, max: 128 }),
      batchRows: fc.integer({ min: 1, max: 4096 }),
      steps: fc.integer({ min: 1, max: 1e5 }),
      multiplied: fc.integer({ min: 1, max: 1e8 }),
      trained: fc.integer({ min: 1, max: 1e8 }),
      bytesEach: fc.integer({ min: 1, max: 2 ** 30 }),
    });
    fc.assert(
      fc.property(sizes, (some) => {
        const workers = chooseWorkers(some);
        expect(workers).toBeGreaterThanOrEqual(1);
        expect(workers).toBeLessThanOrEqual(Math.min(some.cores, 8, Math.ceil(some.batchRows / 16)));
      }),
    );
  });
});
