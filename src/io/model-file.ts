import { UserError } from '../engine/errors';
import { damaged } from '../engine/saved/readers';
import { readModel } from '../engine/saved/read-model';
import type { SavedModel } from '../engine/saved/saved-model';
import { modelMagic, namesModel } from './model-magic';
import { packValue, unpackValue } from './packed-value';
import { Sha256 } from './sha256';
import type { Bytes } from './write/encoding';
import { writeWords } from './words';

/*
 * A model file: 16 letters that name it, the version (unsigned 32 bits, little-endian), the number of bytes of the structure (the
 * same), the structure as JSON, arrays of numbers as they are in memory (little-endian, each at a multiple of 8), and the
 * SHA-256 of all that.
 */
const version = 1;
const structureStart = modelMagic.length + 8;
const digestBytes = 32;

export function writeModelFile(model: SavedModel): Bytes {
  const { structure, arrays } = packValue(model);
  const text = new TextEncoder().encode(structure);
  const arraysStart = alignedTo8(structureStart + text.length);
  const bytes = new Uint8Array(arraysStart + arrays.length + digestBytes);
  bytes.set(new TextEncoder().encode(modelMagic));
  const view = new DataView(bytes.buffer);
  view.setUint32(modelMagic.length, version, true);
  view.setUint32(modelMagic.length + 4, text.length, true);
  bytes.set(text, structureStart);
  bytes.set(arrays, arraysStart);
  bytes.set(digestOf(bytes.subarray(0, -digestBytes)), bytes.length - digestBytes);
  return bytes;
}

/**
 * The model in a file's bytes. Nothing of a file is ever run: it is read as numbers and texts, each of which is checked.
 * @throws UserError where it is another kind of file, of a later version, or not as it was written
 */
export function readModelFile(bytes: Uint8Array): SavedModel {
  if (!namesModel(bytes)) throw new UserError(writeWords().noModel);
  if (bytes.length < structureStart + digestBytes) throw damaged(writeWords().endsEarly);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = view.getUint32(modelMagic.length, true);
  if (found !== version) throw new UserError(writeWords().modelVersion(found, version));
  const body = bytes.subarray(0, -digestBytes);
  const digest = digestOf(body);
  if (bytes.subarray(-digestBytes).some((byte, i) => byte !== digest[i]))
    throw damaged(writeWords().wrongDigest);
  const structureEnd = structureStart + view.getUint32(modelMagic.length + 4, true);
  if (structureEnd > body.length) throw damaged(writeWords().endsEarly);
  const structure = new TextDecoder().decode(body.subarray(structureStart, structureEnd));
  return readModel(unpackValue(structure, body.subarray(alignedTo8(structureEnd))), 'model');
}

function alignedTo8(place: number): number {
  return Math.ceil(place / 8) * 8;
}

function digestOf(bytes: Uint8Array): Uint8Array {
  const digits = new Sha256().update(bytes).hexDigest();
  return Uint8Array.from({ length: digestBytes }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}
