import { snappyUncompress as uncompressInto } from 'hyparquet';

/**
 * Stands in the place of hysnappy (bundle.ts), which compiles its WebAssembly as soon as it is loaded: a browser that has none
 * could then open no table of any kind.
 */
export function snappyUncompressor(): (input: Uint8Array, outputLength: number) => Uint8Array {
  return snappyUncompress;
}

/** @param outputLength bytes of the result, as the file says */
export function snappyUncompress(input: Uint8Array, outputLength: number): Uint8Array {
  const output = new Uint8Array(outputLength);
  uncompressInto(input, output);
  return output;
}
