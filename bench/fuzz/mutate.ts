import type { RandomStream } from '../../src/engine/random';

type Mutation = (bytes: Uint8Array, random: RandomStream, other: Uint8Array) => Uint8Array;

const encoder = new TextEncoder();

/** What upsets readers: signs of structure, marks, control characters, halves of letters, odd numbers, long runs. */
const troublesome: readonly Uint8Array[] = [
  ...['"', "'", '""', '\\"', '"\n', ',"', '",', ',', ';', '\t', '|', '::', '\n', '\r', '\r\n', '\n\n'],
  ...[
    '\0',
    '\u0001',
    '\u001a',
    '\ufeff',
    '\u2028',
    '\ufffd',
    '#',
    'sep=;\n',
    '---,---\n',
    '=1+1',
    '__proto__',
  ],
  ...['1e999', '-0', '.', '-', '00', '9'.repeat(400), '1.7976931348623157e309', 'NaN', '٣', '😀'],
  ...[' '.repeat(200), '"'.repeat(100), ','.repeat(300), 'x'.repeat(2000), '<html>', '{"a":', '[['],
]
  .map((text) => encoder.encode(text))
  .concat(
    [[0xff], [0xfe, 0xff], [0xff, 0xfe], [0xc3], [0xe2, 0x82], [0xf4, 0x90, 0x80, 0x80], [0x80]].map((b) =>
      Uint8Array.from(b),
    ),
  );

const mutations: readonly Mutation[] = [
  function flipBits(bytes, random) {
    const changed = bytes.slice();
    for (let i = 1 + random.int(8); i > 0 && changed.length > 0; i--)
      changed[random.int(changed.length)] ^= 1 << random.int(8);
    return changed;
  },
  function setByte(bytes, random) {
    const changed = bytes.slice();
    if (changed.length > 0) changed[random.int(changed.length)] = random.int(256);
    return changed;
  },
  function insertTrouble(bytes, random) {
    const at = random.int(bytes.length + 1);
    return joined(bytes.subarray(0, at), troublesome[random.int(troublesome.length)], bytes.subarray(at));
  },
  function removeRange(bytes, random) {
    const [start, end] = range(bytes, random);
    return joined(bytes.subarray(0, start), bytes.subarray(end));
  },
  function repeatRange(bytes, random) {
    const [start, end] = range(bytes, random);
    return joined(bytes.subarray(0, end), bytes.subarray(start));
  },
  function truncate(bytes, random) {
    return bytes.slice(0, random.int(bytes.length + 1));
  },
  function splice(bytes, random, other) {
    return joined(
      bytes.subarray(0, random.int(bytes.length + 1)),
      other.subarray(random.int(other.length + 1)),
    );
  },
  function exchangeByte(bytes, random) {
    const common = [9, 10, 13, 32, 34, 39, 44, 46, 58, 59, 92, 124];
    const from = common[random.int(common.length)];
    const to = common[random.int(common.length)];
    return bytes.map((byte) => (byte === from ? to : byte));
  },
  function widen(bytes, random) {
    const wide = new Uint8Array(bytes.length * 2);
    for (let i = 0; i < bytes.length; i++) wide[2 * i] = bytes[i];
    return random.int(2) === 0 ? wide : joined(Uint8Array.of(0xff, 0xfe), wide);
  },
];

/** The bytes changed in one to five ways at random; `other` is a file to take parts from. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: RandomStream): Uint8Array {
  let changed = bytes;
  for (let i = 1 + random.int(5); i > 0; i--)
    changed = mutations[random.int(mutations.length)](changed, random, other);
  return changed;
}

function range(bytes: Uint8Array, random: RandomStream): [number, number] {
  const start = random.int(bytes.length + 1);
  return [start, Math.min(bytes.length, start + random.int(200))];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
