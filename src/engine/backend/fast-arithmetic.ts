/** A module with one vector instruction (i8x16.splat). */
const vectorModule = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3],
  ...[2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

/** The part of a global scope that says so. */
export interface ArithmeticScope {
  readonly WebAssembly?: { validate(bytes: Uint8Array<ArrayBuffer>): boolean };
}

/** Whether there is WebAssembly with SIMD. Some browsers switch it off in a lockdown mode. */
export function hasFastArithmetic({ WebAssembly }: ArithmeticScope): boolean {
  return WebAssembly?.validate(vectorModule) === true;
}
