import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  affordableRho,
  neededSigma,
  neededTightSigma,
} from '../../../src/engine/privacy/accountant/calibrate';
import { Ledger, type Payment } from '../../../src/engine/privacy/ledger';

const budget = { epsilon: 1, delta: 1e-5 };
const row = { kind: 'row' } as const;

function gaussianFor(rho: number): Payment {
  return { kind: 'gaussian', sigma: Math.sqrt(1 / (2 * rho)), sensitivity: 1, times: 1 };
}

describe('the ledger', () => {
  test('adds marginals, choices and gradient steps up by one accountant, to the budget and no further', () => {
    const ledger = new Ledger(row, budget);
    const rho = affordableRho(budget);
    ledger.record('Sizes of the columns', { kind: 'public', source: 'typed' });
    ledger.record('Counts of every column', gaussianFor(0.15 * rho));
    ledger.record('Choice of pairs', { kind: 'exponential', epsilon: Math.sqrt(0.4 * rho), times: 2 });
    const plan = { rate: 0.03, steps: 960 };
    const sigma = neededSigma(budget, plan, ledger.rho);
    ledger.record('Gradient steps', { kind: 'sampled-gaussian', clip: 10, sigma, ...plan });
    expect(ledger.spent.epsilon).toBeLessThanOrEqual(1);
    expect(ledger.spent.epsilon).toBeGreaterThan(0.9999);
    expect(() => ledger.record('One look more', gaussianFor(0.01 * rho))).toThrow('One look more');
    expect(ledger.toJSON().entries).toHaveLength(4);
  });

  test('a threshold takes its part of δ, and all of δ is too much', () => {
    const ledger = new Ledger(row, budget);
    ledger.record('Values that stand out', { kind: 'threshold', delta: 1e-6 });
    expect(ledger.deltaLeft).toBeCloseTo(9e-6, 15);
    ledger.record('Counts', gaussianFor(affordableRho({ epsilon: 1, delta: 9e-6 })));
    expect(ledger.spent.epsilon).toBeCloseTo(1, 9);
    expect(() => new Ledger(row, budget).record('All', { kind: 'threshold', delta: 1e-5 })).toThrow();
  });

  test('by loss distributions Gaussian noise goes further, and an exponential mechanism is refused', () => {
    const plan = { rate: 0.02, steps: 200 };
    const sigma = neededTightSigma(budget, plan, 0.001);
    const steps = { kind: 'sampled-gaussian', clip: 10, sigma, ...plan } as const;
    const tight = new Ledger(row, budget, 'loss-distribution');
    tight.record('Counts', gaussianFor(0.001));
    tight.record('Steps', steps);
    expect(tight.spent.epsilon).toBeLessThanOrEqual(1 + 1e-9);
    const renyi = new Ledger(row, budget);
    renyi.record('Counts', gaussianFor(0.001));
    expect(() => renyi.record('Steps', steps)).toThrow('Steps');
    expect(() => tight.record('Choice', { kind: 'exponential', epsilon: 0.01, times: 1 })).toThrow();
  }, 60_000);

  test('is plain data that can be written out and read back', () => {
    const ledger = new Ledger({ kind: 'subject', column: 'patient', mostRows: 3 }, budget);
    ledger.record('Counts', gaussianFor(0.01));
    const record = ledger.toJSON();
    expect(JSON.parse(JSON.stringify(ledger))).toEqual(record);
    expect(structuredClone(record)).toEqual(record);
    expect(record.spent.epsilon).toBeLessThan(1);
  });

  test('never lets spending pass the budget, in whatever portions it is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-4, max: 0.02, noNaN: true }), { maxLength: 12 }), (rhos) => {
        const ledger = new Ledger(row, budget);
        for (const rho of rhos) {
          try {
            ledger.record('Counts', gaussianFor(rho));
          } catch {
            // Refused: what is recorded must still be within.
          }
        }
        expect(ledger.spent.epsilon).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 30 },
    );
  });
});
