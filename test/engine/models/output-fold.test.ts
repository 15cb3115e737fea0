import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Basis } from '../../../src/engine/models/autoregressive/bases';
import {
  foldNested,
  foldOutputs,
  type OutputFold,
} from '../../../src/engine/models/autoregressive/native/output-fold';
import { type ColumnPlan, planNetwork } from '../../../src/engine/models/autoregressive/plan';
import { RandomStream } from '../../../src/engine/random';

/** A column with a line of so many ranges, a missing code and copies. */
function planOf(ordered: number, copies: number, frequent: readonly number[]): ColumnPlan {
  const size = ordered + 1;
  const codes = { size, ordered, isAtom: new Uint8Array(size), missingCode: ordered, withheld: [] };
  const column = { codes, copies, frequent, related: [], dependencies: [] };
  return planNetwork([column], [0], { hidden: 8, blocks: 1, dropout: 0, weightDecay: 0 }).columns[0];
}

function multiply({ rows, width, values }: Basis, outputs: Float64Array): number[] {
  return Array.from({ length: rows }, (_, row) =>
    outputs.reduce((sum, output, i) => sum + output * values[row * width + i], 0),
  );
}

function folded({ width, fold }: OutputFold, outputs: Float64Array): Float64Array {
  const sums = new Float64Array(width);
  outputs.forEach((output, i) => {
    for (let k = fold.starts[i]; k < fold.starts[i + 1]; k++)
      sums[fold.columns[k]] += output * fold.values[k];
  });
  return sums;
}

describe('output folds', () => {
  const anyColumn = fc.record({
    ordered: fc.integer({ min: 3, max: 150 }),
    copies: fc.integer({ min: 0, max: 2 }),
    units: fc.integer({ min: 0, max: 500 }),
    seed: fc.nat(),
  });

  it('give the logits that the outputs give, whichever way is cheapest', () => {
    fc.assert(
      fc.property(anyColumn, ({ ordered, copies, units, seed }) => {
        const plan = planOf(ordered, copies, [0, ordered >> 1]);
        const random = new RandomStream(seed, 'outputs');
        const outputs = Float64Array.from({ length: plan.outputWidth }, () => random.normal());
        const way = foldOutputs(plan, units);
        const expected = plan.output ? multiply(plan.output, outputs) : [...outputs];
        const sums = folded(way, outputs);
        const found = way.basis ? multiply(way.basis, sums) : [...sums];
        found.forEach((logit, i) => expect(logit).toBeCloseTo(expected[i], 4));
      }),
      { numRuns: 100 },
    );
  });

  it('need half the outputs of a long line, and one per target where both are few', () => {
    const long = planOf(150, 0, []);
    expect(foldOutputs(long, 200).width).toBeLessThan(0.55 * long.outputWidth);
    const short = planOf(20, 0, []);
    expect(foldOutputs(short, 20).width).toBe(short.targets);
  });

  it('leave a basis without nested hat functions alone', () => {
    expect(foldNested({ rows: 1, width: 1, values: Float32Array.of(1) })).toBeNull();
  });
});
