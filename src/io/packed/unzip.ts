import { type UnzipFileInfo, unzipSync } from 'fflate';
import { UserError } from '../../engine/errors';
import { limits } from '../limits';
import { readWords } from '../words';

/** A file in an archive. */
export interface PackedFile {
  readonly name: string;
  /** Bytes it says it unpacks to. */
  readonly byteCount: number;
}

/** The files of a ZIP archive, without folders. Throws UserError for a damaged or locked one. */
export function listZip(archive: Uint8Array): PackedFile[] {
  const files: PackedFile[] = [];
  unzip(archive, ({ name, originalSize }) => {
    // No program writes such a name: what stands there is something else.
    if (/\p{Cc}/u.test(name)) throw damaged();
    if (!name.endsWith('/')) files.push({ name, byteCount: originalSize });
    return false;
  });
  return files;
}

/**
 * The bytes of one file of a ZIP archive. Never more than it says, which is within the limit: what says less than it
 * unpacks to is cut, and refused.
 */
export function extractFromZip(archive: Uint8Array, file: PackedFile): Uint8Array {
  if (file.byteCount > limits.wholeBytes) {
    throw new UserError(readWords().zipTooLarge(file.name, limits.wholeBytes / 1e6));
  }
  const found = unzip(archive, ({ name, compression }) => {
    if (name !== file.name) return false;
    if (compression !== 0 && compression !== 8) throw damaged();
    return true;
  });
  const bytes = Object.hasOwn(found, file.name) ? found[file.name] : undefined;
  if (bytes?.length !== file.byteCount) throw damaged();
  return bytes;
}

function unzip(
  archive: Uint8Array,
  filter: (file: UnzipFileInfo) => boolean,
): Record<string, Uint8Array | undefined> {
  try {
    return unzipSync(archive, { filter });
  } catch (error) {
    throw error instanceof UserError ? error : damaged();
  }
}

function damaged(): UserError {
  return new UserError(readWords().zipDamaged);
}
