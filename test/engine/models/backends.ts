import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type BackendMeans, prepareBackend } from '../../../src/engine/backend/prepare-backend';
import type { BackendName } from '../../../src/engine/train/types';

/** Backends that run in Node; WebGPU is tested in the browser. */
export const testBackends: BackendName[] = ['wasm', 'cpu'];

const wasmPath = '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm';

/** The WASM binary from the installed package. */
const nodeMeans: BackendMeans = {
  wasmBinary: async () => Uint8Array.from(await readFile(createRequire(import.meta.url).resolve(wasmPath))),
};

export async function prepareTestBackend(name: BackendName): Promise<void> {
  await prepareBackend(name, nodeMeans);
}
