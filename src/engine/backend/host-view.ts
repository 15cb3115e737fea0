import { backend, getBackend, type Tensor } from '@tensorflow/tfjs-core';

interface WasmMemory {
  readonly wasm: { readonly HEAPF32: Float32Array };
  readonly dataIdMap: { get(dataId: object): { memoryOffset: number } };
}
interface CpuMemory {
  readonly data: { get(dataId: object): { values: Float32Array } };
}

/**
 * The tensor's own memory. Valid only until the next TF.js call: WASM memory moves when it grows.
 * Of the backends `wasm` and `cpu`; a graphics card's memory cannot be seen.
 */
export function hostView(tensor: Tensor): Float32Array {
  if (getBackend() === 'cpu') {
    return (backend() as unknown as CpuMemory).data.get(tensor.dataId).values;
  }
  const memory = backend() as unknown as WasmMemory;
  const start = memory.dataIdMap.get(tensor.dataId).memoryOffset >>> 2;
  return memory.wasm.HEAPF32.subarray(start, start + tensor.size);
}
