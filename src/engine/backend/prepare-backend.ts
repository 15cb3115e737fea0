import { env, findBackend, ready, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from '../train/types';
import { hasFastArithmetic } from './fast-arithmetic';
import { repairWasmSlice } from './wasm-slice';

/** What a backend needs from its surroundings. */
export interface BackendMeans {
  /** The bytes of `tfjs-backend-wasm-simd.wasm`; they travel with the program, nothing is fetched. */
  wasmBinary(): Promise<Uint8Array<ArrayBuffer>>;
}

const wasmFileNames = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
] as const;

/**
 * Loads and activates one TF.js backend. Of one worker's life only one backend should be used for tensors that
 * are kept. Throws when the backend cannot run here (no adapter, no WebAssembly SIMD).
 */
export async function prepareBackend(name: BackendName, means: BackendMeans): Promise<void> {
  if (name === 'webgpu') await prepareWebGpu();
  else if (name === 'wasm') await prepareWasm(means);
  else await import('@tensorflow/tfjs-backend-cpu');
  if (!(await setBackend(name))) throw new Error(`The ${name} backend could not be started.`);
  await ready();
}

/** Frees a backend that was only measured. */
export function discardBackend(name: BackendName): void {
  if (findBackend(name)) removeBackend(name);
}

interface GpuProbe {
  requestAdapter(): Promise<object | null>;
}

async function prepareWebGpu(): Promise<void> {
  const navigator = (globalThis as { navigator?: { gpu?: GpuProbe } }).navigator;
  // TF.js throws on a null adapter, so ask first.
  const adapter = await navigator?.gpu?.requestAdapter();
  if (!adapter) throw new Error('No WebGPU adapter.');
  await import('@tensorflow/tfjs-backend-webgpu');
}

async function prepareWasm(means: BackendMeans): Promise<void> {
  // Once loaded TF.js would wait for ever for a module that does not compile.
  if (!hasFastArithmetic(globalThis)) throw new Error('No WebAssembly with SIMD.');
  // Before anything is asked of TF.js: it begins to load its own once it is asked whether it has the backend.
  const bytes = await means.wasmBinary();
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  repairWasmSlice();
  if (findBackend('wasm')) return;
  // The threaded build needs shared memory and a script of its own: it is left out of the page.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const platform = env().platform as { fetch: (path: string) => Promise<unknown> };
  platform.fetch = () => Promise.resolve(responseOf(bytes));
  setWasmPaths(Object.fromEntries(wasmFileNames.map((name) => [name, name])), true);
}

/** The little of a fetch Response that TF.js asks for. */
function responseOf(bytes: Uint8Array<ArrayBuffer>): { ok: true; arrayBuffer(): Promise<ArrayBuffer> } {
  return { ok: true, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
}
