import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TableModel } from '../../src/engine/models/table-model';
import { restoreModel } from '../../src/engine/saved/restore-model';
import { saveModel } from '../../src/engine/saved/save-model';
import type { ModelFacts } from '../../src/engine/saved/saved-model';
import { readModelFile, writeModelFile } from '../../src/io/model-file';
import { Sha256 } from '../../src/io/sha256';
import { drawCells, kinds, prepare } from './saved-models';

const facts: ModelFacts = { rows: 900, seed: 8, extremes: 'near', delimiter: ';', promise: 'None.' };

interface Saved {
  readonly model: TableModel;
  readonly bytes: Uint8Array;
}
const saved = new Map<string, Saved>();

beforeAll(async () => {
  await prepare();
  for (const [name, learn] of kinds) {
    const model = await learn();
    saved.set(name, { model, bytes: writeModelFile(await saveModel(model, facts)) });
  }
}, 120_000);

const bytesOf = (name: string) => (saved.get(name) as Saved).bytes;
const names = kinds.map(([name]) => name);

describe('a model file', () => {
  it.each(names)('draws the rows that the model itself draws: %s', { timeout: 60_000 }, async (name) => {
    const { model, bytes } = saved.get(name) as Saved;
    const read = readModelFile(bytes);
    expect(read.facts).toEqual(facts);
    const restored = restoreModel(read);
    const whole = await drawCells(model, 5000);
    expect(await drawCells(restored, 5000)).toEqual(whole);
    const part = { from: 2500, to: 4321 };
    expect(await drawCells(restored, 5000, part)).toEqual(
      whole.map((cells) => cells.slice(part.from, part.to)),
    );
    restored.dispose();
  });

  it.each(names)('is the same when it is saved again: %s', async (name) => {
    const read = readModelFile(bytesOf(name));
    const restored = restoreModel(read);
    const again = writeModelFile(await saveModel(restored, read.facts));
    expect(Buffer.compare(again, bytesOf(name))).toBe(0);
    restored.dispose();
  });

  it('may begin anywhere in memory', async () => {
    const bytes = bytesOf('independent columns');
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const [here, there] = [bytes, shifted.subarray(3)].map((one) => restoreModel(readModelFile(one)));
    expect(await drawCells(there, 50)).toEqual(await drawCells(here, 50));
  });

  it.each(['one network', 'a Gaussian copula'])(
    'holds no key, no address and no text of the table: %s',
    (name) => {
      const text = new TextDecoder('latin1').decode(bytesOf(name));
      for (const cell of ['C10007', 'bnn1@', 'firm1.test', 'Seen on', 'all well'])
        expect(text).not.toContain(cell);
    },
  );
});

/** The bytes with the structure changed, under a digest that fits. */
function changed(bytes: Uint8Array, change: (structure: string) => string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = view.getUint32(20, true);
  const alignedTo8 = (place: number) => Math.ceil(place / 8) * 8;
  const text = new TextEncoder().encode(change(new TextDecoder().decode(bytes.subarray(24, 24 + length))));
  const arrays = bytes.subarray(alignedTo8(24 + length), -32);
  const result = new Uint8Array(alignedTo8(24 + text.length) + arrays.length + 32);
  result.set(bytes.subarray(0, 20));
  new DataView(result.buffer).setUint32(20, text.length, true);
  result.set(text, 24);
  result.set(arrays, alignedTo8(24 + text.length));
  const digest = new Sha256().update(result.subarray(0, -32)).hexDigest();
  result.set(
    Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(digest.slice(2 * i, 2 * i + 2), 16)),
    result.length - 32,
  );
  return result;
}

describe('a file that is no model', () => {
  const whole = () => bytesOf('one network');
  const flipped = (place: number) => whole().map((byte, i) => (i === place ? byte ^ 1 : byte));

  it.each<[string, () => Uint8Array, RegExp]>([
    ['is empty', () => new Uint8Array(0), /no model file/],
    ['is a table', () => new TextEncoder().encode('a,b\n1,2\n'), /no model file/],
    ['ends after its name', () => whole().subarray(0, 20), /ends too early/],
    ['was cut off', () => whole().subarray(0, 50_000), /digest is wrong/],
    ['has one other bit', () => flipped(40_000), /digest is wrong/],
    ['has another bit in its digest', () => flipped(whole().length - 1), /digest is wrong/],
    [
      'is of a later version',
      () => whole().map((byte, i) => (i === 16 ? 2 : byte)),
      /version 2, .* reads version 1/,
    ],
    ['holds no JSON', () => changed(whole(), () => 'function () {}'), /structure/],
    ['holds something else', () => changed(whole(), () => '[]'), /damaged or was not made by this program/],
    [
      'speaks of arrays beyond its end',
      () => changed(whole(), (text) => text.replace(/"n":\d+/, '"n":1e9')),
      /structure/,
    ],
    ['lacks a part', () => changed(whole(), (text) => text.replace('"makers"', '"mockers"')), /makers/],
  ])('is refused in a sentence: it %s', (_, make, sentence) => {
    expect(() => restoreModel(readModelFile(make()))).toThrow(sentence);
    expect(() => restoreModel(readModelFile(make()))).toThrow(expect.objectContaining({ name: 'UserError' }));
  });

  it.each(names)(
    'is refused in a sentence, or draws rows, whatever value is another: %s',
    { timeout: 60_000 },
    async (name) => {
      const values = fc.oneof(
        fc.constantFrom('-1', '0', '1', '999999', '1e300', 'null', '"x"', '[]', '{}', 'true', '{"@":"NaN"}'),
      );
      await fc.assert(
        fc.asyncProperty(fc.nat(), values, async (at, value) => {
          const bytes = changed(bytesOf(name), (text) => {
            const places = [
              ...text.matchAll(/(?<=[:,[])(-?\d[\d.e+-]*|true|false|null|"(?:[^"\\]|\\.)*")(?=[,}\]])/g),
            ];
            const place = places[at % places.length];
            return text.slice(0, place.index) + value + text.slice(place.index + place[0].length);
          });
          try {
            const model = restoreModel(readModelFile(bytes));
            const [first] = await drawCells(model, 20);
            expect(first).toHaveLength(20);
            model.dispose();
          } catch (error) {
            expect(error).toMatchObject({ name: 'UserError' });
          }
        }),
        { numRuns: 25, seed: 1 },
      );
    },
  );
});
