import { createHash } from 'node:crypto';
import type { RunningHash } from '../src/io/watched-chunks';

/** Node's own SHA-256, which takes a tenth of the time that WebAssembly takes. */
export function nativeHash(): RunningHash {
  const hash = createHash('sha256');
  return { update: (bytes) => hash.update(bytes), hexDigest: () => hash.digest('hex') };
}
