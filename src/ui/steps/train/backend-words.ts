import type { BackendName } from '../../../engine/train/types';

export const backendLabels: Record<BackendName, string> = {
  webgpu: 'Graphics card',
  wasm: 'Processor',
  cpu: 'Processor, plain',
};

export const backendTerms: Record<BackendName, string> = {
  webgpu: 'WebGPU',
  wasm: 'WebAssembly with SIMD',
  cpu: 'JavaScript alone: the slowest, and always there',
};
