import { expect, it } from 'vitest';
import { scorePollock, simpleScore, weightedScore } from '../../bench/dirty/pollock';
import { readTar } from '../../bench/dirty/tar';
import { mutate } from '../../bench/fuzz/mutate';
import { RandomStream } from '../../src/engine/random';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const clean = 'id,town,sum\n1,Rome,2\n2,Oslo,3\n3,Bonn,4\n4,Rome,5\n';
const corpus = [
  ['pollock_weights.json', '{"same.csv": 1, "other.csv": 3, "empty.csv": 0}'],
  ['polluted_files/csv/same.csv', clean.replaceAll(',', ';')],
  ['polluted_files/clean/same.csv', clean],
  ['polluted_files/csv/other.csv', clean.replace('Oslo', 'Olso')],
  ['polluted_files/clean/other.csv', clean],
  ['polluted_files/csv/empty.csv', ''],
  ['polluted_files/clean/empty.csv', ''],
].map(([path, text]) => ({ path, bytes: bytesOf(text) }));

it('Pollock’s scores are ten for a file read as its clean one, and nothing for one that is refused', async () => {
  const kinds = new Map<string, string>();
  const files = await scorePollock(corpus, (name, { kind }) => kinds.set(name, kind));
  expect(Object.fromEntries(kinds)).toEqual({
    'same.csv': 'loaded',
    'other.csv': 'loaded',
    'empty.csv': 'refused',
  });
  const measures = Object.fromEntries(files.map((file) => [file.name, file.measures]));
  expect(measures['same.csv']).toEqual(Array(10).fill(1));
  // One of four records and one of fifteen cells differ.
  const other = [1, 1, 1, 1, 0.75, 0.75, 0.75, 14 / 15, 14 / 15, 14 / 15];
  for (const [i, measure] of measures['other.csv'].entries()) expect(measure).toBeCloseTo(other[i], 12);
  expect(measures['empty.csv']).toEqual(Array(10).fill(0));
  const sum = other.reduce((total, one) => total + one);
  expect(simpleScore(files)).toBeCloseTo((10 + sum) / 3, 12);
  expect(weightedScore(files)).toBeCloseTo((10 + 3 * sum) / 4, 12);
});

/** One file of a tar archive, padded to whole blocks. */
function archived(name: string, text: string, type = '0'): Uint8Array {
  const block = new Uint8Array(512 + Math.ceil(text.length / 512) * 512);
  const fields: [number, string][] = [
    [0, name],
    [124, text.length.toString(8).padStart(11, '0')],
    [156, type],
    [257, 'ustar'],
  ];
  for (const [at, field] of fields) block.set(bytesOf(field), at);
  block.set(bytesOf(text), 512);
  return block;
}

it('the plain files of an archive are read in order, by their long names where they have one', () => {
  const long = `${'folder/'.repeat(20)}table.csv`;
  const parts = [
    archived('a.csv', 'a\n1\n'),
    archived('folder', '', '5'),
    archived('header', `${long.length + 10} path=${long}\n`, 'x'),
    archived('cut', 'x'.repeat(600)),
    new Uint8Array(1024),
  ];
  const files = [...readTar(Uint8Array.from(parts.flatMap((part) => [...part])))];
  expect(files.map(({ path, bytes }) => [path, bytes.length])).toEqual([
    ['a.csv', 4],
    [long, 600],
  ]);
});

it('a damaged file is the same whenever it is made', () => {
  const make = () => mutate(bytesOf(clean), bytesOf('x;y\n'), new RandomStream(7, 'fuzz'));
  expect(make()).toEqual(make());
  expect(make()).not.toEqual(bytesOf(clean));
});
