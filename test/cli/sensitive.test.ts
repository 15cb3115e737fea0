import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/engine/random';
import { officialNumbers } from '../../src/engine/sensitive/official-numbers';
import { BuiltCli } from './run-understudy';

const rows = 400;
let cli: BuiltCli;

/** Made up here: no real person. */
const random = new RandomStream(3, 'people');
const people = Array.from({ length: rows }, (_, row) => [
  officialNumbers['nl-bsn'].make(random),
  `19${40 + (row % 50)}-0${1 + (row % 9)}-1${row % 10}`,
  row % 2 === 0 ? 'f' : 'm',
  `10${row % 7}1 AB`,
  String(20 + random.int(60)),
]);

beforeAll(async () => {
  cli = await BuiltCli.copy();
  const lines = ['bsn,birth date,sex,postcode,score', ...people.map((person) => person.join(',')), ''];
  await writeFile(cli.path('people.csv'), lines.join('\n'));
}, 120_000);

afterAll(() => cli.remove());

async function rowsOf(file: string): Promise<string[][]> {
  const text = await readFile(cli.path(file), 'utf8');
  return text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));
}

describe('understudy profile', { timeout: 60_000 }, () => {
  it('says what of people it found, what is proposed, and how rows hide among each other', async () => {
    const { stdout, code } = await cli.run('profile', 'people.csv', '--quasi', 'sex,postcode', '--k', '30');
    expect(code).toBe(0);
    const { columns, anonymity } = JSON.parse(stdout) as {
      columns: { name: string; finding: unknown }[];
      anonymity: unknown;
    };
    expect(columns[0].finding).toMatchObject({
      matter: 'nl-bsn',
      by: 'values',
      validShare: 1,
      proposed: 'anew',
    });
    expect(columns[1].finding).toMatchObject({ matter: 'birth-date', proposed: 'year' });
    expect(anonymity).toMatchObject({ k: 30, rows, groups: 14, smallest: 28, unique: 0 });
  });

  it('says of a column that is to keep its real cells that they go out, not that new ones are made', async () => {
    await writeFile(cli.path('kept.json'), JSON.stringify({ columns: { bsn: { role: 'real' } } }));
    const { stdout } = await cli.run('profile', 'people.csv', '--config', 'kept.json');
    const { columns } = JSON.parse(stdout) as { columns: { warnings: string[] }[] };
    expect(columns[0].warnings).toEqual(['Its real cells go out, row by row.']);
  });

  it('names a column that is not there, and a k that is none', async () => {
    const missing = await cli.run('profile', 'people.csv', '--quasi', 'sex,age');
    expect(missing).toMatchObject({
      code: 1,
      stderr: '--quasi names a column "age" that is not in the table.\n',
    });
    const none = await cli.run('profile', 'people.csv', '--quasi', 'sex', '--k', 'one');
    expect(none).toMatchObject({ code: 1, stderr: '--k must be a whole number from 2 up, not "one".\n' });
  });
});

describe('understudy synthesize', { timeout: 90_000 }, () => {
  it('makes numbers anew that pass their check digits, and dates no finer than the configuration asks', async () => {
    await writeFile(
      cli.path('coarse.json'),
      JSON.stringify({ columns: { 'birth date': { coarsening: 'decade' } } }),
    );
    const options = ['--config', 'coarse.json', '--preset', 'fast', '--quiet'];
    const result = await cli.run('synthesize', 'people.csv', '--out', 'made.csv', ...options);
    expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
    const real = new Set(people.map(([bsn]) => bsn));
    for (const [bsn, born] of await rowsOf('made.csv')) {
      expect([bsn, officialNumbers['nl-bsn'].isValid(bsn), real.has(bsn)]).toEqual([bsn, true, false]);
      expect(born).toMatch(/^19[4-8]0-01-01$/);
    }
  });

  it('keeps the real cells of columns that are named, row by row, and says so in both certificates', async () => {
    const options = ['--keep', 'sex,postcode', '--preset', 'fast', '--certificates'];
    const { code, stderr } = await cli.run('synthesize', 'people.csv', '--out', 'kept.csv', ...options);
    expect(code).toBe(0);
    expect(stderr).toContain('Partial synthesis: every row stands for one real row');
    const made = await rowsOf('kept.csv');
    const kept = (row: readonly string[]) => [row[2], row[3]];
    expect(made.map(kept)).toEqual(people.map(kept));
    for (const audience of ['private', 'shareable']) {
      const text = await readFile(cli.path(`kept.csv.${audience}.json`), 'utf8');
      const { guarantee, columns } = JSON.parse(text) as {
        guarantee: { formal: boolean; statement: string };
        columns: { name: string; role?: string; values?: string }[];
      };
      expect(guarantee.formal).toBe(false);
      expect(guarantee.statement).toMatch(
        /^Partial synthesis: .* its cells of sex, postcode are the real ones/,
      );
      const marked = columns.filter(({ role, values }) => role === 'real' || values === 'real');
      expect(marked.map(({ name }) => name)).toEqual(['sex', 'postcode']);
    }
  });

  it('keeps none under differential privacy, with conditions, or with another number of rows', async () => {
    const run = (...options: string[]) =>
      cli.run('synthesize', 'people.csv', '--out', 'no.csv', '--keep', 'sex', '--quiet', ...options);
    const rowsAsked = await run('--rows', '10');
    expect(rowsAsked).toMatchObject({ code: 1 });
    expect(rowsAsked.stderr).toMatch(/one row for each real row/);
    const promised = await run('--epsilon', '1', '--declared-rows', '400', '--bounds', 'private');
    expect(promised).toMatchObject({ code: 1 });
    expect(promised.stderr).toMatch(/^Real values cannot be kept under differential privacy/);
  });
});

describe('understudy evaluate', { timeout: 90_000 }, () => {
  it('judges no measure of privacy of a table that is said to hold real cells', async () => {
    const { stdout, code } = await cli.run('evaluate', 'people.csv', 'people.csv', '--keep', 'sex,postcode');
    expect(code).toBe(0);
    expect(stdout).toContain('Real cells of sex, postcode are in every row.');
    expect(stdout).toContain('Not judged: real cells were kept in every row');
  });
});
