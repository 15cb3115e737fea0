import { hashing } from 'virtual:reading-kernels';
import { loadKernel, pageBytes } from './load-kernel';
import { type HashBlocks, roundConstants } from './sha256-blocks';

/** The kernel of `assembly/sha256.ts`; addresses are bytes. */
type Kernel = (state: number, constants: number, schedule: number, at: number, blocks: number) => void;

/** Where things lie in the kernel's memory: two pages, of which the second holds the bytes to hash. */
const places = { state: 0, constants: 64, schedule: 320, bytes: pageBytes } as const;

/** Blocks hashed by WebAssembly, which takes half the time; null where that must not run. */
export function kernelHashBlocks(): HashBlocks | null {
  const loaded = loadKernel(hashing, 2);
  if (loaded === null) return null;
  const { exports, memory } = loaded;
  const kernel = exports['hashBlocks'] as Kernel;
  new Int32Array(memory.buffer, places.constants, roundConstants.length).set(roundConstants);
  const stateWords = new Int32Array(memory.buffer, places.state, 8);
  const window = new Uint8Array(memory.buffer, places.bytes, pageBytes);
  return (state, bytes) => {
    stateWords.set(state);
    for (let start = 0; start < bytes.length; start += pageBytes) {
      const part = bytes.subarray(start, start + pageBytes);
      window.set(part);
      kernel(places.state, places.constants, places.schedule, places.bytes, part.length / 64);
    }
    state.set(stateWords);
  };
}
