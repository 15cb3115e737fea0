/** Stands where a module was left out of the bundle (bundle.ts). Nothing calls it. */
export const wasmWorkerContents = '';
export default undefined;
