/** Bytes of a page of WebAssembly's memory. */
export const pageBytes = 65_536;

/** A small program of `assembly/` and the memory it works in. */
export interface LoadedKernel {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly memory: WebAssembly.Memory;
}

/** Starts a program, which comes in base64, with so many pages of memory; null where that must not run. */
export function loadKernel(base64: string, pages: number): LoadedKernel | null {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
    return { exports, memory };
  } catch {
    // There is no WebAssembly, or not what the program needs of it, or the page's policy refuses it.
    return null;
  }
}
