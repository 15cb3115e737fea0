import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuiltCli, type Outcome } from './run-understudy';

let cli: BuiltCli;
const lines = Array.from({ length: 300 }, (_, i) =>
  [
    `P-${1000 + i * 7}`,
    i % 3 === 0 ? 'ja' : 'nein',
    (150 + ((i * 37) % 500) / 10).toFixed(1).replace('.', ','),
  ].join(';'),
);
const rows = 2500;
const model = ['--model', 'people.model'];

beforeAll(async () => {
  cli = await BuiltCli.copy();
  await writeFile(cli.path('real.csv'), ['Kennung;Raucher;Größe', ...lines, ''].join('\n'));
  await writeFile(
    cli.path('text.model'),
    'UNDERSTUDY-MODEL of something else, and long enough to be read as one of ours.',
  );
  const learnt = [
    'synthesize',
    'real.csv',
    '--preset',
    'fast',
    '--seed',
    '4',
    '--rows',
    String(rows),
    '--quiet',
  ];
  const result = await cli.run(...learnt, '--out', 'learnt.csv', '--save-model', 'people.model');
  expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
}, 120_000);

afterAll(() => cli.remove());

const textOf = (name: string) => readFile(cli.path(name), 'utf8');

async function generate(out: string, ...options: string[]): Promise<string> {
  const result = await cli.run('generate', ...model, '--out', out, '--quiet', ...options);
  expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
  return textOf(out);
}

const shards = (ending: string, count: number, ...options: string[]) =>
  Promise.all(
    Array.from({ length: count }, (_, i) =>
      generate(`${i}.${ending}`, '--shard', `${i + 1}/${count}`, ...options),
    ),
  );

describe('understudy generate', { timeout: 60_000 }, () => {
  it('writes what synthesize wrote when it saved the model', async () => {
    expect(await generate('again.csv')).toBe(await textOf('learnt.csv'));
  });

  it.each(['csv', 'jsonl'])('writes shards that are the whole file, put together: %s', async (ending) => {
    const options = ['--rows', '2501', '--seed', '9'];
    const whole = await generate(`whole.${ending}`, ...options);
    expect((await shards(ending, 3, ...options)).join('')).toBe(whole);
  });

  it('writes the columns’ names into the first shard, into each, or into none', async () => {
    const names = /^Kennung;Raucher;Größe\r\n/;
    const [first, second] = await shards('csv', 2);
    expect([first, second].map((text) => names.test(text))).toEqual([true, false]);
    expect(await generate('each.csv', '--shard', '2/2', '--header', 'always')).toMatch(names);
    expect(await generate('none.csv', '--header', 'never')).not.toMatch(names);
  });

  it('sums up what was written', async () => {
    await generate('summed.csv', '--rows', '70', '--shard', '2/3', '--summary', 'summary.json');
    const summary = JSON.parse(await textOf('summary.json')) as Record<string, unknown>;
    expect(summary).toMatchObject({
      rows: 23,
      columns: 3,
      model: 'autoregressive',
      seed: 4,
      shard: { place: 2, shards: 3, from: 24, to: 47, ofRows: 70 },
      promise: expect.stringMatching(/^No formal guarantee/) as string,
    });
  });

  it('draws only rows under conditions, those that synthesize draws in the same call', async () => {
    const asked = ['--given', 'Raucher=ja', '--given', 'Größe>=170', '--rows', '90', '--seed', '4'];
    const learn = ['synthesize', 'real.csv', '--model', 'gaussian-copula', '--quiet'];
    await cli.run(...learn, ...asked, '--out', 'at-once.csv', '--save-model', 'copula.model');
    const told = [...asked, '--summary', 'given.json'];
    const later = await cli.run('generate', '--model', 'copula.model', '--out', 'later.csv', ...told);
    expect(later.stderr).toMatch(/of the model's rows meet the conditions/);
    expect(await textOf('later.csv')).toBe(await textOf('at-once.csv'));
    const rows = (await textOf('later.csv')).trimEnd().split('\r\n').slice(1);
    expect(rows).toHaveLength(90);
    expect(rows.every((row) => /;ja;(1[7-9]|[2-9]\d)\d/.test(row))).toBe(true);
    const summary = JSON.parse(await textOf('given.json')) as { given: { conditions: string[] } };
    expect(summary.given.conditions).toEqual(['Raucher=ja', 'Größe>=170']);
    // A network's model too.
    const network = await generate('network.csv', '--given', 'Raucher=nein', '--rows', '50');
    expect(network.match(/;nein;/g)).toHaveLength(50);
  });

  it('says what is promised of the rows', async () => {
    const { code, stderr } = await cli.run('generate', ...model, '--out', 'said.csv', '--rows', '5');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Wrote 5 rows to said\.csv in [\d.]+ s\.\nNo formal guarantee/);
  });

  it('draws from a model that was learnt under differential privacy, without its table', async () => {
    const asked = [
      '--epsilon',
      '4',
      '--declared-rows',
      '300',
      '--bounds',
      'private',
      '--mechanism',
      'mst',
      '--accept-noise',
    ];
    const learnt = await cli.run(
      'synthesize',
      'real.csv',
      '--save-model',
      'private.model',
      '--quiet',
      ...asked,
    );
    expect(learnt).toEqual({ code: 0, stdout: '', stderr: '' });
    const result = await cli.run(
      'generate',
      '--model',
      'private.model',
      '--out',
      'private.csv',
      '--rows',
      '40',
    );
    expect(result.stderr).toMatch(/Differential privacy with ε = 4/);
    expect((await textOf('private.csv')).trimEnd().split('\r\n')).toHaveLength(41);
  });

  it.each<[string, string[], RegExp]>([
    ['no model', ['--out', 'a.csv'], /Name the model/],
    [
      'conditions on a shard',
      [...model, '--out', 'a.csv', '--shard', '1/2', '--given', 'Raucher=ja'],
      /Shards cannot have conditions/,
    ],
    ['a column that is not there', [...model, '--out', 'a.csv', '--given', 'Alter=3'], /Alter=3/],
    ['no destination', [...model], /Say where the synthetic table goes/],
    [
      'the model to write to',
      [...model, '--out', './people.model.csv', '--summary', 'people.model'],
      /file that is read/,
    ],
    ['a table for a model', ['--model', 'real.csv', '--out', 'a.csv'], /no model file/],
    [
      'another file for a model',
      ['--model', 'text.model', '--out', 'a.csv'],
      /model file is of version|damaged/,
    ],
    ['a model that is not there', ['--model', 'absent.model', '--out', 'a.csv'], /no file .*absent\.model/],
    ['a shard beyond the last', [...model, '--out', 'a.csv', '--shard', '4/3'], /--shard must be like 3\/8/],
    ['half a shard', [...model, '--out', 'a.csv', '--shard', '1'], /--shard must be like 3\/8/],
    [
      'more shards than rows',
      [...model, '--out', 'a.csv', '--rows', '2', '--shard', '1/3'],
      /cannot be cut into 3 shards/,
    ],
    ['another header', [...model, '--out', 'a.csv', '--header', 'once'], /first, always, never/],
  ])('says in one line what is wrong: %s', async (_, options, sentence) => {
    const { code, stdout, stderr }: Outcome = await cli.run('generate', ...options);
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
      code: 1,
      stdout: '',
      lines: 1,
    });
    expect(stderr).toMatch(sentence);
  });
});
