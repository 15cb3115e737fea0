import { describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import { judgedTables } from '../../bench/quality/judged-tables';
import { judgeArguments, type Summary, type Verdict } from '../../bench/quality/programs';
import { median, toMarkdown } from '../../bench/quality/results-table';
import { splitTable, takeRows } from '../../bench/quality/split-table';

const summary: Summary = { trainSeconds: 10, generateSeconds: 2, peakMemoryMB: 300 };
const verdict: Verdict = {
  shape_error: Number.NaN,
  trend_error_realbins: Number.NaN,
  trend_error: 1,
  c2st: 0.9,
  c2st_auc: 0.55,
  c2st_test_auc: 0.54,
  mle: 0.92,
  mle_real: 0.93,
  beta_recall: 50,
  dcr_share: 0.51,
  copies: [0.001, 0.002],
};

describe('the split of a whole table', () => {
  const rows = Array.from({ length: 50 }, (_, i) => `${i};"a ""quoted"" text; ${i}";${i % 3}`);
  const text = `\uFEFFid;remark;class\r\n${rows.join('\r\n')}\r\n`;
  const read = (csv: string) => Papa.parse<string[]>(csv, { skipEmptyLines: true, delimiter: ',' }).data;

  it('puts every row into one part and keeps cells as they are', () => {
    const { train, test } = splitTable(text, [], 1);
    expect(read(train)[0]).toEqual(['id', 'remark', 'class']);
    const trainRows = read(train).slice(1);
    const testRows = read(test).slice(1);
    expect([trainRows.length, testRows.length]).toEqual([40, 10]);
    const all = [...trainRows, ...testRows].sort((a, b) => Number(a[0]) - Number(b[0]));
    expect(all).toEqual(
      Array.from({ length: 50 }, (_, i) => [String(i), `a "quoted" text; ${i}`, String(i % 3)]),
    );
  });

  it('is the same for the same seed and another for another', () => {
    expect(splitTable(text, [], 1)).toEqual(splitTable(text, [], 1));
    expect(splitTable(text, [], 2)).not.toEqual(splitTable(text, [], 1));
  });

  it('takes some of the rows, in their order and each once', () => {
    const taken = takeRows(splitTable(text, [], 1).train, 7, 1);
    const places = read(taken)
      .slice(1)
      .map(([place]) => Number(place));
    expect(read(taken)[0]).toEqual(['id', 'remark', 'class']);
    expect(new Set(places).size).toBe(7);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(read(takeRows('a\n1\n2\n', 9, 1))).toEqual([['a'], ['1'], ['2']]);
  });

  it('leaves columns out, and says so when they are not there', () => {
    expect(read(splitTable(text, ['id'], 1).train)[0]).toEqual(['remark', 'class']);
    expect(() => splitTable(text, ['nothing'], 1)).toThrow('no column nothing');
  });
});

describe('the table of results', () => {
  it('has a line for each seed and one with the medians', () => {
    const of = (seed: number, trend: number, real: number) => ({
      table: 'adult',
      seed,
      summary,
      verdict: { ...verdict, trend_error: trend, mle_real: real },
    });
    const lines = toMarkdown([of(1, 1.5, 0.9), of(2, 0.5, 0.95), of(3, 1, 0.91)]).split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[2]).toContain('| adult | 1 | 10.0 | 2.0 | 300 | 1.50 |');
    expect(lines[5]).toContain('**median**');
    expect(lines[5]).toContain('**1.00**');
    expect(lines[5]).toContain('**0.920 / 0.910**');
    expect(new Set(lines.map((line) => line.split(' | ').length)).size).toBe(1);
  });

  it('takes the mean of the middle two as the median of an even number', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([3, 1, 2])).toBe(2);
  });
});

describe('what the judge is told', () => {
  const find = (name: string) => judgedTables.filter((table) => table.name === name)[0];

  it('names target, task and disguised categories', () => {
    expect(judgeArguments(find('adult'), true)).toEqual([
      ...['--target', 'income', '--task', 'classification', '--quick'],
    ]);
    const told = judgeArguments(find('default'), false);
    expect(told.at(-1)).toBe('SEX,EDUCATION,MARRIAGE,PAY_0,PAY_2,PAY_3,PAY_4,PAY_5,PAY_6');
    expect(judgeArguments(find('insurance'), false)).toContain('--raw-y');
  });
});
