import { UserError } from '../engine/errors';
import type { TableSchema } from '../engine/schema';
import type { Checkpoint, TrainingSettings } from '../engine/train/types';
import { packValue, unpackValue } from '../io/packed-value';
import type { ReadChoice } from '../io/read-table';
import { keptWords } from './words';

/** What is needed to go on with a training after its page has gone, but for the table: that must be opened again. */
export interface KeptTraining {
  readonly table: KeptTable;
  readonly schema: TableSchema;
  readonly settings: TrainingSettings;
  readonly checkpoint: Checkpoint;
}

/** By what the table is known again, and how it was read. */
export interface KeptTable {
  readonly fileName: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly rowCount: number;
  readonly choice: ReadChoice;
}

/** Names the program that can go on with it: another version may learn in another way. */
type Written = KeptTraining & { readonly program: string };

/** As bytes: how long the structure is (unsigned 32 bits, little-endian), the structure as JSON, arrays of numbers. */
export function packTraining(kept: KeptTraining, program: string): Uint8Array<ArrayBuffer> {
  const written: Written = { ...kept, program };
  const { structure, arrays } = packValue(written);
  const text = new TextEncoder().encode(structure);
  const bytes = new Uint8Array(4 + text.length + arrays.length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  bytes.set(arrays, 4 + text.length);
  return bytes;
}

/**
 * The training again. The bytes are taken to be as `packTraining` made them: a seal vouches for that.
 * @throws UserError where another version of the program wrote it
 */
export function unpackTraining(bytes: Uint8Array<ArrayBuffer>, program: string): KeptTraining {
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const structure = new TextDecoder().decode(bytes.subarray(4, end));
  const { program: writer, ...kept } = unpackValue(structure, bytes.subarray(end)) as Written;
  if (writer !== program) throw new UserError(keptWords().otherProgram(writer, program));
  return kept;
}
