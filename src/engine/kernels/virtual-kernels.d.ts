/** The kernels of `assembly/`, compiled by scripts/assembly.ts: WebAssembly modules in base64. */
declare module 'virtual:kernels' {
  export const simd: string;
  export const relaxedSimd: string;
}

declare module 'virtual:hash-kernel' {
  export const hashing: string;
}
