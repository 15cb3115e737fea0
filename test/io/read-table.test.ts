import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inferSchema } from '../../src/engine/analyze/infer-schema';
import { UserError } from '../../src/engine/errors';
import { readTable } from '../../src/io/read-table';
import { encodeText } from './csv/encode-text';
import { inChunks, namesOf, read, rowsOf } from './csv/write-sample';

const bytesOf = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (c) => c.charCodeAt(0)) : part)),
  );

describe('rows that are not as expected', () => {
  it('are filled up when short and cut when long, and both are told with count and line', async () => {
    const { table, problems } = await read('a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n10\n');
    expect(rowsOf(table)).toEqual([
      ['1', '2', '3'],
      ['4', '5', ''],
      ['6', '7', '8'],
      ['1', '2', '3'],
      ['10', '', ''],
    ]);
    expect(problems).toMatchObject([
      { code: 'short-row', count: 2, lines: [3, 6] },
      { code: 'long-row', count: 1, lines: [4] },
    ]);
  });

  it('are no problem when a delimiter ends every line', async () => {
    const { table, problems } = await read('a,b,\n1,2,\n3,4,\n');
    expect(namesOf(table)).toEqual(['a', 'b']);
    expect(rowsOf(table)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(problems).toEqual([]);
  });

  it('are no problem when a delimiter ends every line but the header', async () => {
    const { table, problems } = await read('a,b\n1,2,\n3,4,\n');
    expect(rowsOf(table)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(problems).toEqual([]);
  });

  it('get a nameless first column when the header has one name too few', async () => {
    const { table } = await read('"mpg" "cyl"\n"Mazda" 21 6\n"Fiat" 32.4 4\n"Volvo" 21.4 4\n');
    expect(namesOf(table)).toEqual(['column_1', 'mpg', 'cyl']);
    expect(rowsOf(table)[1]).toEqual(['Fiat', '32.4', '4']);
  });

  it('do not count when they are blank', async () => {
    const { table, problems } = await read('\na,b\n\n1,2\n  \n3,4\n\n\n');
    expect(rowsOf(table)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(problems).toEqual([]);
  });

  it('are missing cells when blank in a table of one column, except at its end', async () => {
    const { table } = await read('a\n1\n\n3\n\n\n');
    expect(rowsOf(table)).toEqual([['1'], [''], ['3']]);
  });

  it('hold NUL bytes or bytes of another encoding: both are told, and nothing else is lost', async () => {
    const nul = await read(bytesOf('a,b\n1,x', [0], 'y\n2,z\n'));
    expect(rowsOf(nul.table)).toEqual([
      ['1', 'xy'],
      ['2', 'z'],
    ]);
    expect(nul.problems).toMatchObject([{ code: 'nul-bytes', count: 1, lines: [2] }]);
    const mixed = await read(
      bytesOf(
        'a,b\n1,',
        encodeTextArray('é'),
        '\n2,',
        encodeTextArray('ü'),
        '\n3,',
        encodeTextArray('öäß'),
        '\n4,',
        [0xe9],
        '\n',
      ),
    );
    expect(rowsOf(mixed.table).map((row) => row[1])).toEqual(['é', 'ü', 'öäß', 'é']);
    expect(mixed.problems).toMatchObject([{ code: 'bad-encoding', count: 1, lines: [5] }]);
  });

  it('of windows-1252 among UTF-8 are told of line by line, whatever columns they are in', async () => {
    const { problems } = await read(
      bytesOf(
        'a,b\n',
        encodeTextArray('ß'),
        ',ok\nx,',
        [0xe9],
        '\n',
        [0xfc],
        ',y\n',
        [0xe4],
        ',',
        [0xf6],
        '\n',
        encodeTextArray('äöü,z\n'.repeat(20)),
      ),
    );
    expect(problems).toMatchObject([{ code: 'bad-encoding', count: 4, lines: [3, 4, 5] }]);
  });

  it('begin below a title, which is left out and told', async () => {
    const { table, problems } = await read('Sales of the year\n\nid,town,sum\n1,Rome,2\n2,Oslo,3\n');
    expect(namesOf(table)).toEqual(['id', 'town', 'sum']);
    expect(problems).toMatchObject([{ code: 'preamble', count: 1, lines: [1] }]);
  });
});

describe('lines that are no rows', () => {
  it('are left out beneath the table, after a blank line or as a sentence, and told', async () => {
    const { table, problems } = await read(
      `id,town,sum\n${'1,Rome,2\n'.repeat(9)}\nTotal\nSource: the town hall\n# checked\n`,
    );
    expect(rowsOf(table)).toEqual(Array.from({ length: 9 }, () => ['1', 'Rome', '2']));
    expect(problems).toMatchObject([{ code: 'footer', count: 3, lines: [12, 13, 14] }]);
  });

  it('are rows when others follow them', async () => {
    const { table, problems } = await read('id,town,sum\n1,Rome,2\n\nsome words\n2,Oslo,3\n7\n');
    expect(rowsOf(table).map((row) => row[0])).toEqual(['1', 'some words', '2', '7']);
    expect(problems).toMatchObject([{ code: 'short-row', count: 2, lines: [4, 6] }]);
  });

  it('are left out where they say the names again, with fewer or more cells too', async () => {
    const part = (first: number) => Array.from({ length: 10 }, (_, i) => `${first + i},Rome,${i}\n`).join('');
    const { table, problems } = await read(
      `id,town,sum\n${part(0)}id,town,sum\n${part(10)}id,town,sum,more\n${part(20)}id,town\n7\n`,
    );
    expect(rowsOf(table).map((row) => Number(row[0]))).toEqual([...Array(30).keys(), 7]);
    expect(problems).toMatchObject([
      { code: 'repeated-header', count: 3, lines: [12, 23, 34] },
      { code: 'short-row', count: 1, lines: [35] },
    ]);
  });

  it('are kept and told when they hold nothing but delimiters', async () => {
    const { table, problems } = await read('a,b\n1,2\n,\n3,4\n');
    expect(table.rowCount).toBe(3);
    expect(problems).toMatchObject([{ code: 'empty-row', count: 1, lines: [3] }]);
  });
});

describe('texts told to mean no value', () => {
  it('are no numbers where they look like one', async () => {
    const { table } = await read('a,b\n1,x\n-999,y\n3,-999\n', { choice: { missingTokens: ['-999'] } });
    expect(table.columns[0]).toMatchObject({ storage: 'number', tokens: ['-999'] });
    const schema = inferSchema(table, undefined, ['-999']);
    expect(schema.columns.map(({ missingTokens }) => missingTokens)).toEqual([['-999'], ['-999']]);
    expect(schema.columns[0].kind).toBe('integer');
  });
});

const encodeTextArray = (text: string) => Array.from(encodeText(text, 'utf-8'));

describe('column names', () => {
  it('are put together from all rows of the header, a group spread over its columns', async () => {
    const { table } = await read('id,first,,second,\n,min,max,min,max\n1,2,3,4,5\n2,3,4,5,6\n3,4,5,6,7\n');
    expect(namesOf(table)).toEqual(['id', 'first min', 'first max', 'second min', 'second max']);
    expect(table.rowCount).toBe(3);
  });

  it('take nothing from a line drawn under them', async () => {
    const { table } = await read('id,height\n---,------\n1,2.5\n2,3.5\n');
    expect(namesOf(table)).toEqual(['id', 'height']);
    expect(rowsOf(table)[0]).toEqual(['1', '2.5']);
  });

  it('are made unique and filled, and that is told', async () => {
    const { table, problems } = await read('x,x,,x_2\n1,2,3,4\n5,6,7,8\n');
    expect(namesOf(table)).toEqual(['x', 'x_3', 'column_3', 'x_2']);
    expect(problems).toMatchObject([
      { code: 'duplicate-name', count: 1, lines: [1] },
      { code: 'empty-name', count: 1, lines: [1] },
    ]);
  });

  it('lose what turns the direction of writing, and that is told', async () => {
    const { table, problems } = await read('\u202Eeulav,\u2066a\u2069,a,اسم\n1,2,3,4\n');
    expect(namesOf(table)).toEqual(['eulav', 'a', 'a_2', 'اسم']);
    expect(problems).toMatchObject([{ code: 'turned-name', lines: [1] }, { code: 'duplicate-name' }]);
  });

  it('are positions where there is no header', async () => {
    expect(namesOf((await read('1,2\n3,4\n')).table)).toEqual(['column_1', 'column_2']);
  });
});

describe('what is told of the file', () => {
  it('is its SHA-256 and size, whatever the chunks', async () => {
    const bytes = encodeText(`a,b\n${'1,x\n'.repeat(500)}`, 'utf-8');
    const expected = createHash('sha256').update(bytes).digest('hex');
    for (const size of [1, 63, 64, 65, 5000]) {
      const result = await read(bytes, {}, [size]);
      expect(result.sha256).toBe(expected);
      expect(result.byteCount).toBe(bytes.length);
    }
  });

  it('is progress in bytes, up to the last', async () => {
    const seen: number[] = [];
    await read('a,b\n1,2\n', { onProgress: (bytes) => seen.push(bytes) }, [3]);
    expect(seen).toEqual([3, 6, 8]);
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['empty', '', 'The file is empty'],
    ['blank', '\n\n\n', 'every line is empty'],
    ['a header alone', 'name,age\n', 'a header (line 1) and no rows'],
    ['a workbook', bytesOf('PK', [3, 4, 20, 0], '[Content_Types].xml'), 'ZIP archive is damaged'],
    ['an archive', bytesOf('PK', [3, 4, 20, 0], 'table.csv'), 'ZIP archive is damaged'],
    ['an old workbook', bytesOf([0xd0, 0xcf, 0x11, 0xe0], 'xxxx'), 'an Excel workbook (.xls)'],
    ['Parquet', bytesOf('PAR1', [21, 4, 21]), 'The Parquet file is damaged'],
    ['a picture', bytesOf([0x89], 'PNG\r\n', [26, 10]), 'a picture (PNG)'],
    ['packed', bytesOf([0x1f, 0x8b, 8, 0]), 'The gzip file ends early'],
    ['JSON without a table', '{"a": {"b": 1}}', 'The JSON holds no table'],
    ['a web page', '<!DOCTYPE html>\n<html><body>', 'a web page'],
    ['binary', Uint8Array.from({ length: 1000 }, (_, i) => (i * 7919) % 256), 'not text'],
    [
      'too wide',
      `${Array.from({ length: 10_001 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(10_000)}1\n`,
      'Line 1 has 10,001 columns',
    ],
    ['damaged Arrow', bytesOf('ARROW1', [0, 0], 'nothing that follows'), 'damaged'],
  ])('that is %s is refused in one sentence', async (_, content, sentence) => {
    const error = await read(content).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(sentence);
    expect((error as UserError).message).toMatch(/^[A-Z][^\n]*: [^\n]*\.$/);
  });

  it('because it changed while it was read is refused', async () => {
    await expect(read('a,b\n1,2\n', { byteCount: 100 })).rejects.toThrow('changed while it was being read');
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(encodeText('a,b\n1,2\n', 'utf-8'));
      throw Object.assign(new Error('gone'), { name: 'NotReadableError' });
    }
    await expect(readTable(failing(), { byteCount: null, choice: {} })).rejects.toThrow(UserError);
  });
});

describe('wide tables', () => {
  it('of 10,000 columns and 100 rows load', async () => {
    const header = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',');
    const row = Array.from({ length: 10_000 }, (_, i) => i % 97).join(',');
    const bytes = encodeText(`${header}\n${`${row}\n`.repeat(100)}`, 'utf-8');
    const { table, problems } = await readTable(inChunks(bytes, [1 << 20]), {
      byteCount: bytes.length,
      choice: {},
    });
    expect([table.rowCount, table.columns.length]).toEqual([100, 10_000]);
    expect(problems).toEqual([]);
  });
});
