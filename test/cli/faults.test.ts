import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuiltCli } from './run-understudy';

let cli: BuiltCli;
const table = ['a,b', ...Array.from({ length: 40 }, (_, i) => `${i % 4},${i * 3}`), ''].join('\n');
const marks = ['b,c', ...Array.from({ length: 40 }, (_, i) => `${i % 20},${i > 37 ? 'z' : 'xy'[i % 2]}`), ''];

beforeAll(async () => {
  cli = await BuiltCli.copy();
  await writeFile(cli.path('real.csv'), table);
  await writeFile(cli.path('marks.csv'), marks.join('\n'));
  await writeFile(cli.path('empty.csv'), '');
  await writeFile(cli.path('header.csv'), 'a,b\n');
  await writeFile(cli.path('few.csv'), 'a,b\n1,2\n3,4\n');
  await mkdir(cli.path('folder.csv'));
  const configurations = {
    text: 'kind: category',
    list: '[]',
    part: '{"colums": {}}',
    setting: '{"settings": {"preset": "slow"}}',
    model: '{"settings": {"model": "gan"}}',
    unknown: '{"settings": {"epochs": 3}}',
    kind: '{"columns": {"a": {"kind": "number"}}}',
    tokens: '{"columns": {"a": {"missingTokens": "NA"}}}',
    column: '{"columns": {"constructor": {"kind": "text"}}}',
    dialect: '{"dialect": {"delimiter": ":::::::::"}}',
  };
  for (const [name, text] of Object.entries(configurations)) await writeFile(cli.path(`${name}.json`), text);
}, 120_000);

afterAll(() => cli.remove());

const good = ['synthesize', 'real.csv', '--out', 'out.csv'];
const given = ['synthesize', 'marks.csv', '--out', 'out.csv', '--given'];

describe('understudy, asked for what cannot be,', { timeout: 30_000 }, () => {
  it.each<[string, string[], RegExp]>([
    ['a command it lacks', ['constructor'], /no command "constructor"/],
    ['no table', ['synthesize', '--out', 'out.csv'], /Name one table/],
    ['no destination', ['synthesize', 'real.csv'], /--out/],
    ['a table that is not there', ['synthesize', 'absent.csv', '--out', 'out.csv'], /no file .*absent\.csv/],
    ['a folder for a table', ['profile', 'folder.csv'], /folder/],
    ['an empty file', ['synthesize', 'empty.csv', '--out', 'out.csv'], /empty/],
    ['a header without rows', ['synthesize', 'header.csv', '--out', 'out.csv'], /no rows/],
    ['too few rows', ['synthesize', 'few.csv', '--out', 'out.csv', '--quiet'], /at least 10/],
    ['a format it lacks', ['synthesize', 'real.csv', '--out', 'out.ods'], /\.sql, \.arrow or \.parquet/],
    ['a folder that is not there', ['synthesize', 'real.csv', '--out', 'absent/out.csv'], /no folder absent/],
    ['a folder to write to', ['synthesize', 'real.csv', '--out', 'folder.csv'], /is a folder/],
    [
      'the real table to write to',
      ['synthesize', 'real.csv', '--out', './real.csv'],
      /the file that is read/,
    ],
    ['a summary in no folder', [...good, '--summary', 'absent/s.json'], /no folder absent/],
    ['an option it lacks', [...good, '--speed', '9'], /--speed/],
    ['an option without its value', [...good, '--seed'], /--seed/],
    ['no rows', [...good, '--rows', '0'], /--rows must be a whole number from 1 up/],
    ['half a row', [...good, '--rows', '1.5'], /--rows/],
    ['a seed below zero', [...good, '--seed=-1'], /--seed/],
    ['no workers', [...good, '--workers', '0'], /--workers must be auto or a whole number from 1 to 64/],
    ['a preset it lacks', [...good, '--preset', 'slow'], /fast, balanced, best/],
    [
      'a model it lacks',
      [...good, '--model', 'gan'],
      /--model must be one of autoregressive, gaussian-copula, independent/,
    ],
    ['too large a holdout', [...good, '--holdout', '0.9'], /0 to 0\.5/],
    ['a condition on no column', [...good, '--given', 'c=1'], /not a condition on a kept column/],
    ['a condition that does not fit', [...good, '--given', 'b>=much'], /does not fit/],
    ['a category that there is not', [...given, 'c=w'], /no such category/],
    ['a category too rare to be released', [...given, 'c=z'], /too few rows hold that category/],
    ['conditions that contradict', [...given, 'b>9', '--given', 'b<5'], /leave no value of b/],
    ['a configuration that is not there', [...good, '--config', 'absent.json'], /absent\.json/],
    ['a configuration that is no JSON', [...good, '--config', 'text.json'], /not JSON/],
    ['a configuration that is a list', [...good, '--config', 'list.json'], /one JSON object/],
    ['a part it does not know', [...good, '--config', 'part.json'], /not "colums"/],
    ['a setting that cannot be', [...good, '--config', 'setting.json'], /preset must be one of "fast"/],
    ['a model that there is not', [...good, '--config', 'model.json'], /model must be one of "autoreg/],
    ['a setting it does not know', [...good, '--config', 'unknown.json'], /not "epochs"/],
    ['a kind that there is not', [...good, '--config', 'kind.json'], /column "a": kind must be one of/],
    ['tokens that are no list', [...good, '--config', 'tokens.json'], /missingTokens must be an array/],
    ['a column that there is not', [...good, '--config', 'column.json'], /"constructor".* not in the table/],
    [
      'a delimiter of nine characters',
      [...good, '--config', 'dialect.json'],
      /delimiter must be one to eight characters/,
    ],
    ['a comparison with no rows', ['evaluate', 'real.csv', 'header.csv'], /no rows/],
  ])('%s: ends with one line that says so', async (_, args, sentence) => {
    const { code, stdout, stderr } = await cli.run(...args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toMatch(sentence);
  });

  it('leaves the real table as it was', async () => {
    expect(await readFile(cli.path('real.csv'), 'utf8')).toBe(table);
  });
});

describe('understudy', { timeout: 30_000 }, () => {
  it('tells how it is used when nothing is asked of it', async () => {
    const { code, stdout } = await cli.run();
    expect(code).toBe(0);
    expect(stdout).toContain('understudy synthesize REAL.csv --out SYNTHETIC.csv');
  });

  it('profiles a table as JSON', async () => {
    const { code, stdout } = await cli.run('profile', 'real.csv');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      rows: 40,
      columns: [
        { name: 'a', kind: 'integer' },
        { name: 'b', kind: 'integer' },
      ],
    });
  });

  it('evaluates a table against itself as JSON', async () => {
    const { code, stdout, stderr } = await cli.run('evaluate', 'real.csv', 'real.csv');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(typeof JSON.parse(stdout)).toBe('object');
  });
});
