import { tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { crossEntropy, LossMeter } from '../../../src/engine/models/autoregressive/cross-entropy';
import { Parameter } from '../../../src/engine/models/autoregressive/parameter';
import { adamStep } from '../../../src/engine/train/adam';
import { prepareTestBackend, testBackends } from './backends';

// What WebGPU runs: the same mathematics composed of TF.js operations, with no look into the backend's memory.
vi.mock('../../../src/engine/backend/host-view', () => ({ hasHostViews: () => false }));

const blocks = [
  { targetStart: 0, targets: 3 },
  { targetStart: 3, targets: 2 },
];
const logits = [
  [1, 2, 3, -1, 4],
  [0, -5, 2, 90, -30],
];
const targets = [
  [2, 0],
  [0, 0],
];

function softmaxOf(row: readonly number[], { targetStart, targets: count }: (typeof blocks)[0]): number[] {
  const weights = row.slice(targetStart, targetStart + count).map((logit) => Math.exp(logit));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

describe.each(testBackends)('kernels composed of operations on %s', (backend) => {
  beforeAll(() => prepareTestBackend(backend));

  it('give the softmax cross-entropy and its gradient', async () => {
    const { gradient, loss } = crossEntropy(tensor2d(logits), Int32Array.from(targets.flat()), blocks, 0.5);
    const expected = logits.flatMap((row, r) =>
      blocks.flatMap((block, b) =>
        softmaxOf(row, block).map((share, i) => 0.5 * (share - (targets[r][b] === i ? 1 : 0))),
      ),
    );
    const actual = await gradient.data();
    expected.forEach((value, i) => expect(actual[i]).toBeCloseTo(value, 5));

    const meter = new LossMeter();
    meter.add(loss, 2);
    meter.add(crossEntropy(tensor2d(logits), Int32Array.from(targets.flat()), blocks, 1).loss, 2);
    const total = logits.reduce(
      (sum, row, r) =>
        sum - blocks.reduce((part, block, b) => part + Math.log(softmaxOf(row, block)[targets[r][b]]), 0),
      0,
    );
    expect(await meter.read()).toBeCloseTo(total / 2, 4);
  });

  it('take the steps of Adam', async () => {
    const parameter = new Parameter('w', Float32Array.of(1, -2, 5), [1, 3], Uint8Array.of(1, 1, 0));
    adamStep(parameter, tensor2d([[0.5, -4, 7]]), 0.1, 1);
    // The first step is the learning rate against the slope's sign.
    const [a, b, c] = await parameter.value.data();
    expect(a).toBeCloseTo(0.9, 5);
    expect(b).toBeCloseTo(-1.9, 5);
    expect(c).toBe(0);
  });
});
