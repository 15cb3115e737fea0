import wasmDataUri from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?inline';
import type { BackendMeans } from './prepare-backend';

/** TF.js's WASM binary, carried inside the script: a page's policy may let nothing be fetched. */
export const embeddedMeans: BackendMeans = {
  wasmBinary: () => {
    const text = atob(wasmDataUri.slice(wasmDataUri.indexOf(',') + 1));
    return Promise.resolve(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  },
};
