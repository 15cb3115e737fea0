import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/engine/errors';
import { CsvTokenizer, type QuotingDialect } from '../../../src/io/csv/tokenizer';

const comma: QuotingDialect = { delimiter: ',', quote: '"', escape: 'double' };

function cut(text: string, dialect = comma, chunk = 1 << 20) {
  const records: string[][] = [];
  const lines: number[] = [];
  const decoder = new TextDecoder();
  const tokenizer = new CsvTokenizer(dialect, ({ bytes, starts, ends, count, line }) => {
    records.push(Array.from({ length: count }, (_, i) => decoder.decode(bytes.subarray(starts[i], ends[i]))));
    lines.push(line);
  });
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += chunk) tokenizer.push(bytes.subarray(at, at + chunk));
  tokenizer.finish();
  return { records, lines, unclosed: tokenizer.unclosedCount, unclosedLines: tokenizer.unclosedLines };
}

const cases: readonly [what: string, text: string, records: string[][], dialect?: QuotingDialect][] = [
  [
    'a last record without newline',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'an empty cell at the very end',
    'a,b\n1,',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  ['newlines of three kinds', 'a\nb\r\nc\rd', [['a'], ['b'], ['c'], ['d']]],
  ['newlines and delimiters in quotes', '"a\r\nb","c,d"\n', [['a\r\nb', 'c,d']]],
  ['doubled quotes', '"a""b","""",""\n', [['a"b', '"', '']]],
  ['quotes inside a plain cell', 'a"b,5" disk\n', [['a"b', '5" disk']]],
  ['spaces around quotes', 'a, "b,c" ,d\n', [['a', 'b,c', 'd']]],
  ['a bare quote inside quotes', '"say "hi" now",x\n', [['say "hi" now', 'x']]],
  [
    'text after a closing quote',
    '"a"b,c\n"d",e\n',
    [
      ['"a"b', 'c'],
      ['d', 'e'],
    ],
  ],
  [
    'a quote that never closes',
    'a,"b\nc,d\n',
    [
      ['a', '"b'],
      ['c', 'd'],
    ],
  ],
  [
    'backslash escapes',
    '"a\\"b","c\\\\","d\\n"\n',
    [['a"b', 'c\\', 'd\\n']],
    { ...comma, escape: 'backslash' },
  ],
  ['no quotes', '"a,b"\n', [['"a', 'b"']], { ...comma, quote: '' }],
  ['a delimiter of two letters', 'a::b:c::d\n', [['a', 'b:c', 'd']], { ...comma, delimiter: '::' }],
  ['a delimiter beyond ASCII', 'ä§b©c\n', [['ä', 'b©c']], { ...comma, delimiter: '§' }],
];

describe('CsvTokenizer', () => {
  it.each(cases)('cuts %s', (_, text, records, dialect) => {
    expect(cut(text, dialect).records).toEqual(records);
  });

  it.each(cases)('cuts %s alike when every byte comes alone', (_, text, records, dialect) => {
    expect(cut(text, dialect, 1).records).toEqual(records);
  });

  it('counts lines through newlines in quotes', () => {
    expect(cut('a,b\r\n"x\r\ny\nz",1\r\nc,d\r\n').lines).toEqual([1, 2, 5]);
  });

  it('says how many quotes never close and where the first opens', () => {
    expect(cut('a,b\n1,"x\n2,"y\n')).toMatchObject({ unclosed: 2, unclosedLines: [2, 3] });
  });

  it('takes a quote that does not close within 16 MB for text, and reads on', () => {
    const rows = Array.from(
      { length: 400_000 },
      (_, i) => `${i},some words that fill the line up to some length`,
    ).join('\n');
    const { records, unclosed } = cut(`a,b\n1,"open\n${rows}`, comma, 1 << 20);
    expect(records.length).toBe(400_002);
    expect(unclosed).toBe(1);
  });

  it('refuses a line of over 16 MB with its number', () => {
    expect(() => cut(`a\n${'x'.repeat(17_000_000)}`)).toThrow(UserError);
    expect(() => cut(`a\n${'x'.repeat(17_000_000)}`)).toThrow('Line 2 is longer than 16 million bytes');
  });
});
