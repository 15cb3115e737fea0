/** The kernels of `assembly/`, compiled by scripts/assembly.ts: WebAssembly modules in base64. */
declare module 'virtual:kernels' {
  export const simd: string;
  export const relaxedSimd: string;
}

declare module 'virtual:reading-kernels' {
  export const hashing: string;
  export const marking: string;
}
