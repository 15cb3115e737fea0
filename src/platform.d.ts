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
