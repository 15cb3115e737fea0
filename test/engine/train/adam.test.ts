import { matMul, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { Parameter } from '../../../src/engine/models/autoregressive/parameter';
import { adamStep } from '../../../src/engine/train/adam';
import { prepareTestBackend, testBackends } from '../models/backends';

describe.each(testBackends)('adamStep on %s', (backend) => {
  beforeAll(() => prepareTestBackend(backend));

  it('takes the steps that the algorithm defines and leaves masked entries at 0', async () => {
    const parameter = new Parameter('w', Float32Array.of(1, -2, 3, 4), [2, 2], Uint8Array.of(1, 1, 1, 0));
    const slopes = [
      [0.5, -1, 0.25, 9],
      [-0.1, -2, 0.75, 9],
      [0.3, 0.5, -0.5, 9],
    ];
    const expected = [1, -2, 3, 0];
    const first = [0, 0, 0, 0];
    const second = [0, 0, 0, 0];
    slopes.forEach((slope, index) => {
      const t = index + 1;
      adamStep(parameter, tensor2d(slope, [2, 2]), 0.01, t);
      for (let i = 0; i < 3; i++) {
        first[i] = 0.9 * first[i] + 0.1 * slope[i];
        second[i] = 0.999 * second[i] + 0.001 * slope[i] ** 2;
        const corrected = Math.sqrt(second[i] / (1 - 0.999 ** t)) + 1e-8;
        expected[i] -= (0.01 * first[i]) / (1 - 0.9 ** t) / corrected;
      }
    });
    const actual = await parameter.value.data();
    expected.forEach((value, i) => expect(actual[i]).toBeCloseTo(value, 5));
  });

  it('is seen by the next product, even where the backend keeps packed copies', async () => {
    const parameter = new Parameter('w', Float32Array.of(1, 0, 0, 1), [2, 2], null);
    const inputs = tensor2d([1, 1], [1, 2]);
    await matMul(inputs, parameter.value).data();
    adamStep(parameter, tensor2d([1, 1, 1, 1], [2, 2]), 0.5, 1);
    const [a, b] = await matMul(inputs, parameter.value).data();
    expect(a).toBeCloseTo(0, 4);
    expect(b).toBeCloseTo(0, 4);
  });
});
