import { setFlagsFromString } from 'node:v8';

/** Node 20 knows the kernels' faster instructions (relaxed SIMD) but leaves them off; later ones have them on. */
export function enableRelaxedSimd(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--experimental-wasm-relaxed-simd');
}
