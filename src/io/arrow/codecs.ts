import { type CompressionType as Kind, CompressionType, compressionRegistry } from 'apache-arrow';
import { decompressZstd } from 'hyparquet-compressors';
import { decompress } from 'lz4js';

/** How the buffers of an Arrow file may be compressed (Feather's default is LZ4). */
const decoders: readonly (readonly [Kind, (bytes: Uint8Array) => Uint8Array])[] = [
  [CompressionType.LZ4_FRAME, (bytes) => Uint8Array.from(decompress(bytes))],
  // A copy: its result may begin anywhere in a larger array, and numbers want to lie at multiples of their size.
  [CompressionType.ZSTD, (bytes) => decompressZstd(bytes).slice()],
];

/** Lets Arrow read compressed files; to be called before one is read. */
export function registerCodecs(): void {
  for (const [kind, decode] of decoders) compressionRegistry.set(kind, { decode });
}
