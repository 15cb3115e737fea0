import { beforeAll, describe, expect, it } from 'vitest';
import { BatchBuilder } from '../../../src/engine/models/autoregressive/batch-builder';
import { NativeSampler } from '../../../src/engine/models/autoregressive/native/native-sampler';
import type { Network } from '../../../src/engine/models/autoregressive/network';
import type { ColumnPlan } from '../../../src/engine/models/autoregressive/plan';
import { Sampler } from '../../../src/engine/models/autoregressive/sampler';
import type { RowSampler } from '../../../src/engine/models/table-model';
import { prepareTestBackend } from './backends';
import { chiSquareDeviation, drawRows, logitsOf, ownLogits, softmax } from './drawn-rows';
import { createNetwork } from './small-network';

const samplers: [string, (network: Network) => RowSampler][] = [
  ["by TF.js's operations", (network) => new Sampler(network, new BatchBuilder(network.plan))],
  ['by the kernels', (network) => new NativeSampler(network)],
];

describe.each(samplers)('drawing %s', (_, create) => {
  beforeAll(() => prepareTestBackend('wasm'));

  it('draws every target in proportion to its softmax', async () => {
    const network = createNetwork(0);
    const rows = 10_000;
    const drawn = await drawRows(create(network), network, rows, 5);
    const logits = await logitsOf(network, drawn.codes(), rows);
    for (const { index, targets, targetStart } of network.plan.columns) {
      const expected = new Float64Array(targets);
      for (let row = 0; row < rows; row++) {
        const start = row * network.plan.targetWidth + targetStart;
        softmax(logits.subarray(start, start + targets)).forEach((share, i) => (expected[i] += share));
      }
      const counts = new Float64Array(targets);
      for (const target of drawn.targetsOf(index)) counts[target]++;
      expect(chiSquareDeviation(counts, expected), `column ${index}`).toBeLessThan(4);
    }
  });

  it('never draws what is withheld, and keeps to what earlier columns leave', async () => {
    const sourceGroups = Int32Array.of(0, 1, 1, -1);
    const ownGroups = Int32Array.of(1, 0, 1);
    const network = createNetwork(0, (columns) =>
      columns.map((column, index) =>
        index === 4
          ? { ...column, dependencies: [{ source: 0, sourceGroups, ownGroups }] }
          : index === 0 || index === 1
            ? { ...column, codes: { ...column.codes, withheld: [1] } }
            : column,
      ),
    );
    const drawn = await drawRows(create(network), network, 5000, 3);
    for (const index of [0, 1]) expect(drawn.targetsOf(index)).not.toContain(1);
    const own = drawn.targetsOf(4);
    const seen = new Set<string>();
    drawn.targetsOf(0).forEach((code, row) => {
      seen.add(`${code} ${own[row]}`);
      // Nothing goes with code 3: nothing is ruled out.
      if (code !== 3) expect(ownGroups[own[row]]).toBe(sourceGroups[code]);
    });
    expect([...seen].sort()).toEqual(['0 1', '2 0', '2 2', '3 0', '3 1', '3 2']);
  });

  it.each([
    ['shares its first columns with others', 4],
    ['comes later', 1],
  ])(
    'draws what evidence allows of a column that %s, and weighs the rows by what was left',
    async (_, index) => {
      const network = createNetwork(0);
      const plan = network.plan.columns.find((column) => column.index === index) as ColumnPlan;
      const rows = 4000;
      const allowed = Float64Array.from({ length: plan.targets }, (_, target) => [0, 1, 0.5][target % 3]);
      const weights = {
        logMass: new Float64Array(rows),
        logTilt: new Float64Array(rows),
        isTilted: new Uint8Array(rows),
      };
      const drawn = await drawRows(create(network), network, rows, 4, {
        weights,
        restrictionOf: (column) => (column.index === index ? { sharesOf: () => allowed, tilt: null } : null),
      });
      const logits = ownLogits(await logitsOf(network, drawn.codes(), rows), plan, network);
      const expected = new Float64Array(plan.targets);
      const counts = new Float64Array(plan.targets);
      drawn.targetsOf(index).forEach((target, row) => {
        const own = softmax(logits.subarray(row * plan.targets, (row + 1) * plan.targets));
        const shares = own.map((share, i) => share * allowed[i]);
        const mass = shares.reduce((sum, share) => sum + share, 0);
        expect(weights.logMass[row]).toBeCloseTo(Math.log(mass), 4);
        shares.forEach((share, i) => (expected[i] += share / mass));
        counts[target]++;
      });
      expect(counts.filter((_, target) => allowed[target] === 0).every((count) => count === 0)).toBe(true);
      expect(chiSquareDeviation(counts, expected)).toBeLessThan(4);
    },
  );
});
