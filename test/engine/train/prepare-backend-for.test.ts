import { expect, it } from 'vitest';
import { embeddedMeans } from '../../../src/engine/backend/embedded-wasm';
import type { PrivateMechanism } from '../../../src/engine/privacy/settings';
import { prepareBackendFor } from '../../../src/engine/train/prepare-backend-for';

const under = (mechanism: PrivateMechanism) => ({
  epsilon: 1,
  delta: 1e-6,
  declaredRows: 1000,
  unit: { kind: 'row' } as const,
  mechanism,
  facts: {},
  findsFacts: true,
  acceptsNoise: true,
});

it('under differential privacy a network computes on the processor, whatever was asked for', async () => {
  const asked = { model: 'autoregressive', backend: 'webgpu', privacy: under('hybrid') } as const;
  expect(await prepareBackendFor(asked, embeddedMeans, () => 0)).toMatchObject({ backend: 'wasm' });
});

it('private marginals need nothing prepared', async () => {
  const asked = { model: 'autoregressive', backend: 'auto', privacy: under('aim') } as const;
  const means = { wasmBinary: () => Promise.reject(new Error('Not needed.')) };
  expect(await prepareBackendFor(asked, means, () => 0)).toMatchObject({ backend: 'cpu', measured: [] });
});
