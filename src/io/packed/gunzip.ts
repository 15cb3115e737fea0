import { Gunzip } from 'fflate';
import { UserError } from '../../engine/errors';
import { limits } from '../limits';
import { readWords } from '../words';

/**
 * The bytes inside a gzip file (RFC 1952, one or several members), as they come. Throws UserError for a damaged file and
 * for one that unpacks to more than the limit.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let unpacked: Uint8Array[] = [];
  let packedSize = 0;
  let size = 0;
  const stream = new Gunzip((bytes) => {
    size += bytes.length;
    if (size > limits.unpackedBytes) throw tooLarge();
    if (bytes.length > 0) unpacked.push(bytes);
  });
  let last: Uint8Array | null = null;
  for await (const chunk of chunks) {
    packedSize += chunk.length;
    // A small chunk may unpack to a thousand times its size: what comes out is handed on before more goes in.
    for (const piece of inPieces(chunk)) {
      if (last !== null) push(stream, last, false);
      yield* unpacked;
      unpacked = [];
      last = piece;
    }
  }
  push(stream, last ?? new Uint8Array(0), true);
  if (packedSize < leastGzipBytes) throw damaged();
  yield* unpacked;
}

/** A header, an empty block and a trailer. */
const leastGzipBytes = 20;
const pieceBytes = 1 << 16;

function* inPieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += pieceBytes) yield chunk.slice(at, at + pieceBytes);
}

function push(stream: Gunzip, bytes: Uint8Array, isLast: boolean): void {
  try {
    stream.push(bytes, isLast);
  } catch (error) {
    throw error instanceof UserError ? error : damaged();
  }
}

function damaged(): UserError {
  return new UserError(readWords().gzipDamaged);
}

function tooLarge(): UserError {
  return new UserError(readWords().gzipTooLarge(limits.unpackedBytes / 1e9));
}
