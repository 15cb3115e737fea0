import { beforeAll, describe, expect, test } from 'vitest';
import type { Network } from '../../../../src/engine/models/autoregressive/network';
import { BatchBuilder } from '../../../../src/engine/models/autoregressive/batch-builder';
import {
  type ProtectedRows,
  pretrain,
  refine,
} from '../../../../src/engine/models/autoregressive/private/private-learner';
import { createPrivateNetwork } from '../../../../src/engine/models/autoregressive/private/private-network';
import {
  defaultRefinement,
  planRefinement,
  refinementPayment,
  type RefinementPlan,
} from '../../../../src/engine/models/autoregressive/private/refinement-plan';
import { privateModel } from '../../../../src/engine/models/autoregressive/private/private-model';
import { Ledger } from '../../../../src/engine/privacy/ledger';
import type { NoiseSource } from '../../../../src/engine/privacy/noise-source';
import { RandomStream } from '../../../../src/engine/random';
import { seededNoise } from '../../privacy/seeded-noise';
import { prepareTestBackend } from '../backends';
import { drawRows } from '../drawn-rows';
import { blindColumns, makeRows } from './small-table';

const order = [0, 1, 2];
const plan: RefinementPlan = {
  rate: 0.125,
  steps: 40,
  sigma: 0.5,
  clip: 4,
  expectedUnits: 50,
  learningRate: 1e-2,
};

function createNetwork(): Network {
  return createPrivateNetwork(blindColumns, order, 16, new RandomStream(1, 'weights'));
}

/** Mean negative log-likelihood, nats per row. */
function lossOf(network: Network, { rowCount, columns }: ProtectedRows): number {
  const all = Array.from({ length: rowCount }, (_, row) => row);
  return network.loss(new BatchBuilder(network.plan).build(columns, all, null)) / rowCount;
}

/** Takes every unit every time, and keeps what the noise would be added to. */
function openNoise(seen: Float32Array[]): NoiseSource {
  return {
    ...seededNoise(1),
    poissonRows: (size: number) => Uint32Array.from({ length: size }, (_, i) => i),
    addGaussian: (values) => void seen.push(Float32Array.from(values)),
  };
}

async function firstGradient(rows: ProtectedRows, clip: number): Promise<Float32Array> {
  const seen: Float32Array[] = [];
  await refine(createNetwork(), rows, { ...plan, steps: 1, clip }, openNoise(seen));
  return seen[0];
}

function distance(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0));
}

describe('private refinement', () => {
  beforeAll(() => prepareTestBackend('cpu'));

  test('learns what rows have in common, and pretraining on free rows does before it', async () => {
    const rows = makeRows(3000, new RandomStream(2, 'rows'));
    const network = createNetwork();
    const before = lossOf(network, rows);
    await pretrain(
      network,
      makeRows(500, new RandomStream(3, 'free')),
      { steps: 60, batchSize: 128, learningRate: 1e-2 },
      new RandomStream(4, 'pretraining'),
    );
    const between = lossOf(network, rows);
    await refine(network, rows, { ...plan, steps: 100, expectedUnits: 375 }, seededNoise(5));
    expect(between).toBeLessThan(before - 0.5);
    expect(lossOf(network, rows)).toBeLessThan(between);
    network.dispose();
  });

  test('adds noise also when nobody was sampled, and the outputs’ biases stay', async () => {
    const network = createNetwork();
    const read = async (name: string) => (await network.parameter(name).value.data()).slice();
    const before = await read('output');
    const biases = await read('outputBias');
    await refine(network, makeRows(0, new RandomStream(1, 'none')), { ...plan, steps: 3 }, seededNoise(6));
    const after = await read('output');
    expect(after.filter((value, i) => value !== before[i]).length).toBeGreaterThan(100);
    expect(await read('outputBias')).toEqual(biases);
  });

  test.each([0.5, 4, 20])('a row more changes a step’s gradient by at most the bound of %d', async (clip) => {
    const random = new RandomStream(7, 'neighbours');
    for (let trial = 0; trial < 5; trial++) {
      const rows = makeRows(30, random);
      const fewer = { ...rows, rowCount: 29 };
      const change = distance(await firstGradient(rows, clip), await firstGradient(fewer, clip));
      expect(change).toBeLessThanOrEqual(clip);
      expect(change).toBeGreaterThan(0);
    }
  });

  test('so does a subject with all its rows, and one with too many is refused', async () => {
    const rows = makeRows(30, new RandomStream(8, 'subjects'));
    const subjects = Array.from({ length: 10 }, (_, i) => Uint32Array.of(3 * i, 3 * i + 1, 3 * i + 2));
    const protect = (members: Uint32Array[]) => ({ ...rows, subjects: { rows: members, mostRows: 3 } });
    const [all, fewer] = [protect(subjects), protect(subjects.slice(1))];
    expect(distance(await firstGradient(all, 2), await firstGradient(fewer, 2))).toBeLessThanOrEqual(2);
    const many = protect([Uint32Array.of(0, 1, 2, 3)]);
    await expect(refine(createNetwork(), many, plan, seededNoise(1))).rejects.toThrow(RangeError);
  });

  test('its plan spends what the ledger has left, and not more', () => {
    const budget = { epsilon: 1, delta: 1e-5 };
    const ledger = new Ledger({ kind: 'row' }, budget);
    ledger.record('Counts of every column', { kind: 'gaussian', sigma: 12, sensitivity: 1, times: 1 });
    const own = planRefinement(defaultRefinement, 30_000, budget, { rho: ledger.rho, accountant: 'renyi' });
    ledger.record('Gradient steps', refinementPayment(own));
    expect(ledger.spent.epsilon).toBeLessThanOrEqual(1);
    expect(ledger.spent.epsilon).toBeGreaterThan(0.999);
    expect(own.expectedUnits).toBeCloseTo(900, 3);
  });

  test('the model draws rows as the network has them', async () => {
    const rows = makeRows(2000, new RandomStream(9, 'rows'));
    const network = createNetwork();
    const options = { steps: 200, batchSize: 256, learningRate: 1e-2 };
    await pretrain(network, rows, options, new RandomStream(10, 'pretraining'));
    const parts = { encoded: { rowCount: 0, columns: [], order }, makers: new Map(), ranges: [] };
    const model = privateModel(network, parts);
    const [first, second] = (await drawRows(model.sampler(), network, 1000, 11)).codes();
    const kept = first.base.filter((code, row) => Math.floor(second.base[row] / 3) === code);
    expect(kept.length).toBeGreaterThan(900);
    model.dispose();
  });
});
