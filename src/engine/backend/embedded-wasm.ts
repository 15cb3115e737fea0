import type { BackendMeans } from './prepare-backend';

/** TF.js's WASM binary, carried inside the script: a page's policy may let nothing be fetched. */
export const embeddedMeans: BackendMeans = {
  wasmBinary: async () => {
    const carried = await import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?inline');
    const text = atob(carried.default.slice(carried.default.indexOf(',') + 1));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  },
};
