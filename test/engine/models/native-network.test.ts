import { beforeAll, describe, expect, it } from 'vitest';
import { compileKernels } from '../../../src/engine/kernels/kernels';
import { BatchBuilder } from '../../../src/engine/models/autoregressive/batch-builder';
import {
  loadNetwork,
  matrixOf,
  storeNetwork,
} from '../../../src/engine/models/autoregressive/native/exchange';
import { NativeNetwork } from '../../../src/engine/models/autoregressive/native/native-network';
import { foldedOutputs, plainOutputs } from '../../../src/engine/models/autoregressive/native/output-weights';
import type { Network } from '../../../src/engine/models/autoregressive/network';
import { RandomStream } from '../../../src/engine/random';
import { adamStep } from '../../../src/engine/train/adam';
import { prepareTestBackend } from './backends';
import { createNetwork, randomCodes } from './small-network';

const rows = Array.from({ length: 40 }, (_, row) => row);

async function pair(): Promise<{ network: Network; native: NativeNetwork }> {
  const network = createNetwork(0);
  const { module } = await compileKernels();
  const native = new NativeNetwork(module, network.plan, network.degrees, 48);
  await loadNetwork(native, network);
  return { network, native };
}

describe('NativeNetwork', () => {
  beforeAll(() => prepareTestBackend('cpu'));

  it('has the gradients of the network written in TF.js', async () => {
    const { network, native } = await pair();
    const codes = randomCodes(rows.length, new RandomStream(3, 'codes'));
    const builder = new BatchBuilder(network.plan);
    const { gradients, loss } = network.gradientStep(builder.build(codes, rows, null));
    const own = native.gradient(codes, rows, 1 / rows.length, null);
    expect(own).toBeCloseTo(loss, 2);
    for (const [i, parameter] of network.parameters.entries()) {
      const expected = await gradients[i].data();
      const found = matrixOf(native, parameter, native.gradients);
      let worst = 0;
      found.forEach((value, entry) => {
        if (parameter.mask?.[entry] !== 0) worst = Math.max(worst, Math.abs(value - expected[entry]));
      });
      expect(worst, parameter.name).toBeLessThan(2e-6);
    }
    expect(native.loss(codes, rows)).toBeCloseTo(own, 2);
  });

  it('computes fewer outputs of long lines than are trained, for the same gradients', async () => {
    const network = createNetwork(0);
    const { module } = await compileKernels();
    const codes = randomCodes(rows.length, new RandomStream(8, 'codes'));
    const [folded, plain] = await Promise.all(
      [true, false].map(async (foldsOutputs) => {
        const native = new NativeNetwork(module, network.plan, network.degrees, 48, foldsOutputs);
        await loadNetwork(native, network);
        return {
          loss: native.gradient(codes, rows, 1, null),
          gradients: native.gradients,
          layout: native.layout,
        };
      }),
    );
    expect(foldedOutputs(folded.layout).outputs).toBeLessThan(0.6 * plainOutputs(folded.layout).outputs);
    expect(folded.loss).toBeCloseTo(plain.loss, 2);
    let worst = 0;
    folded.gradients.forEach((value, i) => (worst = Math.max(worst, Math.abs(value - plain.gradients[i]))));
    expect(worst).toBeLessThan(1e-4);
  });

  it('steps as Adam does', async () => {
    const { network, native } = await pair();
    const codes = randomCodes(rows.length, new RandomStream(4, 'codes'));
    const builder = new BatchBuilder(network.plan);
    for (let step = 1; step <= 3; step++) {
      const { gradients } = network.gradientStep(builder.build(codes, rows, null));
      network.parameters.forEach((parameter, i) => adamStep(parameter, gradients[i], 1e-2, step, 0.3));
      native.gradient(codes, rows, 1 / rows.length, null);
      native.adam(1e-2, step);
    }
    const expected = await Promise.all(network.parameters.map(({ value }) => value.data()));
    storeNetwork(native, network, true);
    for (const [i, { name, value }] of network.parameters.entries()) {
      const found = (await value.data()) as Float32Array;
      let worst = 0;
      found.forEach((entry, at) => (worst = Math.max(worst, Math.abs(entry - expected[i][at]))));
      expect(worst, name).toBeLessThan(2e-3);
    }
  });

  it('has gradients under dropout that agree with differences of its loss', async () => {
    const { native } = await pair();
    const codes = randomCodes(rows.length, new RandomStream(5, 'codes'));
    const dropout = { rate: 0.4, seed: 7 };
    const lossAt = () => native.gradient(codes, rows, 1, dropout);
    const base = lossAt();
    expect(lossAt()).toBe(base);
    const slopes = native.gradients.slice();
    const bold = [...slopes.keys()].sort((a, b) => Math.abs(slopes[b]) - Math.abs(slopes[a])).slice(0, 40);
    for (const place of bold) {
      const value = native.parameters[place];
      native.parameters[place] = value + 4e-3;
      const above = lossAt();
      native.parameters[place] = value - 4e-3;
      const below = lossAt();
      native.parameters[place] = value;
      expect(Math.abs((above - below) / 8e-3 / slopes[place] - 1)).toBeLessThan(0.05);
    }
  });

  it('keeps what the masks forbid at zero', async () => {
    const { native } = await pair();
    const codes = randomCodes(rows.length, new RandomStream(6, 'codes'));
    for (let step = 1; step <= 5; step++) {
      native.gradient(codes, rows, 1 / rows.length, { rate: 0.3, seed: step });
      native.adam(1e-2, step);
    }
    for (const place of native.layout.forbidden) expect(native.parameters[place]).toBe(0);
  });
});
