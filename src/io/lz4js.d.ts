declare module 'lz4js' {
  /** The bytes of an LZ4 frame; throws Error for a damaged one. */
  export function decompress(frame: Uint8Array, mostBytes?: number): Uint8Array | number[];
}
