import { beforeAll, describe, expect, it } from 'vitest';
import { compileKernels } from '../../../src/engine/kernels/kernels';
import { loadNetwork } from '../../../src/engine/models/autoregressive/native/exchange';
import { NativeNetwork } from '../../../src/engine/models/autoregressive/native/native-network';
import { RandomStream } from '../../../src/engine/random';
import { prepareTestBackend } from './backends';
import { createNetwork, randomCodes } from './small-network';

const rows = Array.from({ length: 40 }, (_, row) => row);

async function createNative(): Promise<NativeNetwork> {
  const network = createNetwork(0);
  const { module } = await compileKernels();
  const native = new NativeNetwork(module, network.plan, network.degrees, 48, false);
  await loadNetwork(native, network);
  return native;
}

/** The rows' gradients one by one, as plain training computes them, without the biases of the outputs. */
function rowGradients(native: NativeNetwork, codes: ReturnType<typeof randomCodes>): Float32Array[] {
  return rows.map((row) => {
    native.gradient(codes, [row], 1, null);
    const gradient = native.gradients.slice();
    for (const { bias, plan } of native.layout.columns) gradient.fill(0, bias, bias + plan.targets);
    return gradient;
  });
}

function norm(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

function sumOf(vectors: readonly Float32Array[], factor: (vector: Float32Array) => number): Float64Array {
  const sum = new Float64Array(vectors[0].length);
  for (const vector of vectors) {
    const own = factor(vector);
    vector.forEach((value, i) => (sum[i] += own * value));
  }
  return sum;
}

function largestDifference(a: Float32Array, b: Float64Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
}

describe('a clipped gradient', () => {
  beforeAll(() => prepareTestBackend('cpu'));

  it('is the sum of the rows’ own gradients where none is long', async () => {
    const native = await createNative();
    const codes = randomCodes(rows.length, new RandomStream(5, 'codes'));
    const single = rowGradients(native, codes);
    native.clippedGradient(codes, rows, 1e6);
    expect(
      largestDifference(
        native.gradients,
        sumOf(single, () => 1),
      ),
    ).toBeLessThan(2e-5);
  });

  it('holds no row longer than the bound, whose length a batch of one tells', async () => {
    const native = await createNative();
    const codes = randomCodes(rows.length, new RandomStream(6, 'codes'));
    const single = rowGradients(native, codes);
    const norms = single.map(norm).sort((a, b) => a - b);
    const clip = norms[20];
    expect(norms[0]).toBeLessThan(0.9 * clip);
    expect(norms[39]).toBeGreaterThan(1.1 * clip);
    rows.forEach((row, i) => {
      native.clippedGradient(codes, [row], clip);
      const expected = Math.min(norm(single[i]), clip);
      const found = norm(native.gradients);
      expect(found).toBeLessThanOrEqual(clip);
      expect(found / expected).toBeGreaterThan(1 - 2 ** -11);
    });
    native.clippedGradient(codes, rows, clip);
    const expected = sumOf(single, (vector) => Math.min(1, clip / (norm(vector) * (1 + 2 ** -12))));
    expect(largestDifference(native.gradients, expected)).toBeLessThan(1e-4);
  });

  it('moves by no more than the bound when a row joins the others', async () => {
    const native = await createNative();
    const codes = randomCodes(rows.length, new RandomStream(7, 'codes'));
    native.clippedGradient(codes, rows.slice(1), 2);
    const without = native.gradients.slice();
    native.clippedGradient(codes, rows, 2);
    expect(norm(native.gradients.map((value, i) => value - without[i]))).toBeLessThanOrEqual(2);
  });

  it('of no rows is 0', async () => {
    const native = await createNative();
    native.clippedGradient(randomCodes(1, new RandomStream(8, 'codes')), rows, 1);
    native.clippedGradient(randomCodes(1, new RandomStream(8, 'codes')), [], 1);
    expect(native.gradients.every((value) => value === 0)).toBe(true);
  });
});
