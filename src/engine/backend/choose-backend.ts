import { matMul, type Rank, randomUniform, relu, tidy, transpose } from '@tensorflow/tfjs-core';
import type { BackendEvent, BackendName } from '../train/types';
import { type BackendMeans, discardBackend, prepareBackend } from './prepare-backend';

/** Tried in this order; the CPU only when neither of the others runs. */
const candidates: readonly BackendName[] = ['webgpu', 'wasm'];

const rounds = 6;
/** Training reads little of what it computes, so the measurement waits for the last of several layers alone. */
const layersPerReading = 6;

/**
 * Prepares the backend asked for, or, for `auto`, the fastest of those that run here by a short measurement of
 * training-like products (about 0.2 s). The order decides between equals.
 * @throws Error when the backend asked for cannot run here
 */
export async function chooseBackend(
  choice: BackendName | 'auto',
  means: BackendMeans,
  now: () => number,
): Promise<BackendEvent> {
  if (choice !== 'auto') {
    await prepareBackend(choice, means);
    return { type: 'backend', backend: choice, measured: [] };
  }
  const measured: { backend: BackendName; milliseconds: number }[] = [];
  for (const backend of candidates) {
    try {
      await prepareBackend(backend, means);
      measured.push({ backend, milliseconds: await measure(now) });
    } catch {
      discardBackend(backend);
    }
  }
  const fastest = measured.reduce<(typeof measured)[0] | null>(
    (best, one) => (best === null || one.milliseconds < best.milliseconds ? one : best),
    null,
  );
  const backend = fastest?.backend ?? 'cpu';
  for (const other of measured) if (other.backend !== backend) discardBackend(other.backend);
  await prepareBackend(backend, means);
  return { type: 'backend', backend, measured };
}

/** Milliseconds of one layer forward and back on a batch of 256, 384 wide: the median of several rounds. */
async function measure(now: () => number): Promise<number> {
  const times: number[] = [];
  const inputs = randomUniform<Rank.R2>([256, 384]);
  const weights = randomUniform<Rank.R2>([384, 384]);
  for (let round = 0; round < rounds; round++) {
    const start = now();
    const results = Array.from({ length: layersPerReading }, () =>
      tidy(() => matMul(transpose(inputs), relu(matMul(inputs, weights)))),
    );
    await results[layersPerReading - 1].data();
    for (const result of results) result.dispose();
    if (round >= 2) times.push((now() - start) / layersPerReading);
  }
  inputs.dispose();
  weights.dispose();
  return times.sort((a, b) => a - b)[times.length >> 1];
}
