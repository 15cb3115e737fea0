/**
 * The few globals that browsers, workers and Node share and that DOM-free code may use.
 * Layers below the page compile with these and without the DOM library.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
/** Base64 to a string of bytes. */
declare function atob(text: string): string;

/** A compiled module, which may be sent to other threads. */
declare namespace WebAssembly {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- as in the DOM's types, with which this merges
  interface Module {}
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  const Module: new (bytes: ArrayBufferView) => Module;
  const Memory: new (descriptor: { initial: number; maximum?: number }) => Memory;
  const Instance: new (module: Module, imports?: Record<string, Record<string, unknown>>) => Instance;
  function validate(bytes: ArrayBufferView): boolean;
  function compile(bytes: ArrayBufferView): Promise<Module>;
}

/** One end of a channel between threads. */
interface MessagePort {
  postMessage(message: unknown, transfer?: readonly (ArrayBuffer | MessagePort)[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  close(): void;
}
declare class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}

/** The machine's own source of numbers that nobody can foretell. */
interface Crypto {
  /** Fills the array; at most 65,536 bytes at a time. */
  getRandomValues<T extends ArrayBufferView>(array: T): T;
}
declare const crypto: Crypto;
