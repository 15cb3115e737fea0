import { readFileSync } from 'node:fs';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/engine/errors';
import { namesOf, read, rowsOf } from './csv/write-sample';

const folder = new URL('../fixtures/files/', import.meta.url);
const fileNamed = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
/** What bench/reference/make_file_fixtures.py wrote into each of the files. */
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as {
  names: string[];
  rows: string[][];
};

const sentenceOf = async (content: Uint8Array | string): Promise<string> => {
  const error: unknown = await read(content).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
};

describe('a table', () => {
  it.each([
    ...['none', 'snappy', 'gzip', 'zstd', 'lz4', 'brotli'].map((codec) => [`${codec}.parquet`, 'parquet']),
    ...['uncompressed', 'lz4', 'zstd'].map((codec) => [`${codec}.feather`, 'arrow']),
    ['book.xlsx', 'workbook'],
    ['records.json', 'json'],
    ['lines.jsonl', 'json-lines'],
    ['members.csv.gz', 'delimited'],
    ['archive.zip', 'delimited'],
  ])('is read from %s cell by cell, in chunks of any size', async (name, kind) => {
    for (const size of [1 << 20, 777]) {
      const { table, kind: found, problems } = await read(fileNamed(name), {}, [size]);
      expect(namesOf(table)).toEqual(expected.names);
      expect(rowsOf(table)).toEqual(expected.rows);
      expect(found).toBe(kind);
      expect(problems).toEqual([]);
    }
  });

  it('keeps single-precision numbers short, and the digits of decimals', async () => {
    const { table } = await read(fileNamed('singles.parquet'));
    expect(rowsOf(table)).toEqual([
      ['0.1', '1.5'],
      ['0.25', '20'],
      ['0.001', '0.05'],
    ]);
  });

  it('is chosen among the sheets of a workbook; titles above it are passed over, empty sheets not offered', async () => {
    const first = await read(fileNamed('book.xlsx'));
    expect(first.parts).toEqual({ kind: 'sheet', names: ['People', 'Prices'], chosen: 'People' });
    const { table, parts } = await read(fileNamed('book.xlsx'), { choice: { part: 'Prices' } });
    expect(parts?.chosen).toBe('Prices');
    expect(namesOf(table)).toEqual(['item', 'price']);
    expect(rowsOf(table)).toEqual([
      ['tea', '2.5'],
      ['coffee', '0.3'],
    ]);
  });

  it('is chosen among the files of an archive; the largest that is called like a table is first', async () => {
    const { parts } = await read(fileNamed('archive.zip'));
    expect(parts).toMatchObject({ kind: 'file', chosen: 'data/people.csv' });
    expect(parts?.names).toEqual(['read me.pdf', 'data/people.csv', 'data/few.csv']);
    const few = await read(fileNamed('archive.zip'), { choice: { part: 'data/few.csv' } });
    expect(rowsOf(few.table)).toEqual([['1', '2']]);
  });

  it('in gzip has the fingerprint and the size of the file, not of what is inside', async () => {
    const bytes = fileNamed('members.csv.gz');
    const seen: number[] = [];
    const { byteCount, sha256 } = await read(bytes, { onProgress: (done) => seen.push(done) }, [400]);
    expect(byteCount).toBe(bytes.length);
    expect(seen.at(-1)).toBe(bytes.length);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('JSON', () => {
  it.each([
    ['a list of objects', '[{"a": 1, "b": "x"}, {"b": "y", "c": true}]', ['a', 'b', 'c'], ['1', 'x', '']],
    ['a list of lists', '[["a", "b"], [1, null], [2, 3]]', ['a', 'b'], ['1', '']],
    ['an object of columns', '{"a": [1, 2], "b": ["x", "y"]}', ['a', 'b'], ['1', 'x']],
    [
      'names and rows apart',
      '{"columns": ["a", "b"], "index": [0, 1], "data": [[1, 2], [3, 4]]}',
      ['a', 'b'],
      ['1', '2'],
    ],
    ['a list within an object', '{"meta": {"n": 2}, "rows": [{"a": 1}, {"a": 2}]}', ['a'], ['1']],
    [
      'objects within objects',
      '[{"a": {"b": 1, "c": [1, 2]}}, {"a": {"b": 2, "c": []}}]',
      ['a.b', 'a.c'],
      ['1', '[1,2]'],
    ],
    [
      'names of objects’ own',
      '[{"__proto__": 1, "constructor": 2}, {"__proto__": 3, "constructor": 4}]',
      ['__proto__', 'constructor'],
      ['1', '2'],
    ],
    [
      'numbers beyond 2⁵³',
      '[{"n": 12345678901234567890, "s": "0123456789012345678"}, {"n": 1, "s": ""}]',
      ['n', 's'],
      ['12345678901234567890', '0123456789012345678'],
    ],
  ])('of %s is a table', async (_, text, names, firstRow) => {
    const { table } = await read(text);
    expect(namesOf(table)).toEqual(names);
    expect(rowsOf(table)[0]).toEqual(firstRow);
  });

  it('in lines may have a name that first occurs in the last, blank lines, and a byte-order mark', async () => {
    const { table, kind } = await read('\uFEFF{"a": 1}\n\n{"a": 2}\r\n{"a": 3, "b": "x\\ny"}');
    expect(kind).toBe('json-lines');
    expect(rowsOf(table)).toEqual([
      ['1', ''],
      ['2', ''],
      ['3', 'x\ny'],
    ]);
  });

  it.each([
    ['damaged', '[{"a": 1},\n{"a": 2', 'The JSON is damaged or ends early'],
    ['without a table', '{"a": {"b": 1}}', 'The JSON holds no table'],
    ['of mixed members', '[{"a": 1}, 2]', 'not all objects'],
    ['lines, one damaged', '{"a": 1}\n{"a": 2}\n{"a": 3\n{"a": 4}', 'Line 3 is no JSON'],
    ['lines of two kinds', '{"a": 1}\n{"a": 2}\n[3]', 'Line 3 differs in kind'],
  ])('%s is refused in one sentence', async (_, text, sentence) => {
    expect(await sentenceOf(text)).toContain(sentence);
  });
});

describe('a packed file', () => {
  it('that is damaged or locked is refused in one sentence', async () => {
    expect(await sentenceOf(fileNamed('members.csv.gz').slice(0, 700))).toContain('The gzip file ends early');
    expect(await sentenceOf(fileNamed('archive.zip').slice(0, 700))).toContain('The ZIP archive is damaged');
    expect(await sentenceOf(zipSync({ 'tab\nle.csv': strToU8('a,b\n1,2\n') }))).toContain(
      'The ZIP archive is damaged',
    );
    expect(await sentenceOf(fileNamed('book.xlsx').slice(0, 5000))).toMatch(/damaged/);
    expect(await sentenceOf(fileNamed('snappy.parquet').slice(0, 3000))).toContain(
      'The Parquet file is damaged',
    );
  });

  it('within others is refused after the second layer', async () => {
    const inner = zipSync({ 'table.csv': strToU8('a,b\n1,2\n') });
    const twice = zipSync({ 'inner.zip': inner });
    expect(rowsOf((await read(twice)).table)).toEqual([['1', '2']]);
    expect(await sentenceOf(zipSync({ 'outer.zip': twice }))).toContain('packed several times');
  });

  it('that says it is smaller than it is, is refused and never unpacked beyond what it says', async () => {
    const archive = zipSync({ 'table.csv': new Uint8Array(1 << 20) });
    const lie = archive.slice();
    const view = new DataView(lie.buffer);
    const central = lie.findLastIndex(
      (_, at) => at + 4 <= lie.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(central + 24, 64, true);
    expect(await sentenceOf(lie)).toMatch(/ZIP archive is damaged|header|not text/);
  });

  it('a thousand times its size is read as it is unpacked', async () => {
    const packed = gzipSync(strToU8(`a,b\n${'1,2\n'.repeat(2_000_000)}`));
    expect(packed.length).toBeLessThan(20_000);
    expect((await read(packed)).table.rowCount).toBe(2_000_000);
  });
});
