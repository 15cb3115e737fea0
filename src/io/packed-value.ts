import { damaged } from '../engine/saved/readers';

/** A value as JSON, with its arrays of numbers beside it. */
export interface PackedValue {
  readonly structure: string;
  /** Little-endian, each array at a multiple of 8. */
  readonly arrays: Uint8Array;
}

const arrayTypes = { f64: Float64Array, f32: Float32Array, i32: Int32Array, u8: Uint8Array } as const;
type ArrayType = keyof typeof arrayTypes;
type Numbers = InstanceType<(typeof arrayTypes)[ArrayType]>;

/** Names the objects that stand for what JSON does not know; no field of our own is called so. */
const tag = '@';

/** Objects, arrays, maps, texts, numbers (all of them), true, false, null, and arrays of numbers. Functions are refused. */
export function packValue(value: unknown): PackedValue {
  const pieces: Numbers[] = [];
  let size = 0;
  const pack = (part: unknown): unknown => {
    if (typeof part === 'function') throw new Error('A function cannot be saved.');
    if (typeof part === 'number' && !Number.isFinite(part)) return { [tag]: String(part) };
    if (typeof part !== 'object' || part === null) return part;
    if (ArrayBuffer.isView(part)) {
      const numbers = part as Numbers;
      const reference = { [tag]: typeOf(numbers), at: size, n: numbers.length };
      pieces.push(numbers);
      size = Math.ceil((size + numbers.byteLength) / 8) * 8;
      return reference;
    }
    if (part instanceof Map) return { [tag]: 'map', entries: Array.from(part, pack) };
    if (Array.isArray(part)) return part.map(pack);
    return Object.fromEntries(Object.entries(part).map(([name, entry]) => [name, pack(entry)]));
  };
  const structure = JSON.stringify(pack(value));
  const arrays = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    arrays.set(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength), at);
    at = Math.ceil((at + piece.byteLength) / 8) * 8;
  }
  return { structure, arrays };
}

function typeOf(numbers: Numbers): ArrayType {
  const found = Object.entries(arrayTypes).find(([, type]) => numbers instanceof type);
  if (!found) throw new Error('An array of that type cannot be saved.');
  return found[0] as ArrayType;
}

/** The value again. @throws UserError where the structure is no JSON, or speaks of arrays that are not there */
export function unpackValue(structure: string, arrays: Uint8Array): unknown {
  const unpack = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(unpack);
    if (Object.hasOwn(part, tag)) return unpackTagged(part as Tagged, arrays, unpack);
    return Object.fromEntries(Object.entries(part).map(([name, entry]) => [name, unpack(entry)]));
  };
  try {
    return unpack(JSON.parse(structure));
  } catch {
    // Not JSON, or nested without end.
    throw damaged('its structure');
  }
}

interface Tagged {
  readonly [tag]: unknown;
  readonly at?: unknown;
  readonly n?: unknown;
  readonly entries?: unknown;
}

function unpackTagged(part: Tagged, arrays: Uint8Array, unpack: (value: unknown) => unknown): unknown {
  const kind = part[tag];
  if (kind === 'NaN') return Number.NaN;
  if (kind === 'Infinity' || kind === '-Infinity') return Number(kind);
  if (kind === 'map')
    return new Map(
      (part.entries as [unknown, unknown][]).map(([key, entry]) => [unpack(key), unpack(entry)]),
    );
  if (typeof kind !== 'string' || !Object.hasOwn(arrayTypes, kind)) throw new TypeError('No such array.');
  const type = arrayTypes[kind as ArrayType];
  const { at, n } = part;
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(n)) throw new RangeError('No place of an array.');
  const [start, length] = [at as number, n as number];
  const end = start + length * type.BYTES_PER_ELEMENT;
  if (start < 0 || length < 0 || end > arrays.length) throw new RangeError('An array beyond the end.');
  // A copy, as a file's bytes may begin anywhere (and a Buffer's `slice` makes none).
  return new type(Uint8Array.from(arrays.subarray(start, end)).buffer);
}
