import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../../src/engine/privacy/ledger';
import { BuiltCli } from './run-understudy';

const rows = 300;
let cli: BuiltCli;

/** Made up here: no real table. */
const lines = Array.from({ length: rows }, (_, i) => {
  const height = (150 + ((i * 37) % 500) / 10).toFixed(1).replace('.', ',');
  return [`P-${1000 + i * 7}`, i % 3 === 0 ? 'ja' : 'nein', height, i % 11 === 0 ? 'k. A.' : `${i % 7}`].join(
    ';',
  );
});
const header = 'Kennung;Raucher;Größe;Kinder';

beforeAll(async () => {
  cli = await BuiltCli.copy();
  await writeFile(cli.path('real.csv'), [header, ...lines, ''].join('\n'));
}, 120_000);

afterAll(() => cli.remove());

async function synthesize(out: string, ...options: string[]): Promise<string> {
  const result = await cli.run(
    'synthesize',
    'real.csv',
    '--out',
    out,
    '--preset',
    'fast',
    '--quiet',
    ...options,
  );
  expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
  return readFile(cli.path(out), 'utf8');
}

const cellsOf = (text: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));

describe('understudy synthesize', { timeout: 60_000 }, () => {
  it('writes as many rows under the same header with the same delimiter and separator, and says nothing when quiet', async () => {
    const [names, ...cells] = cellsOf(await synthesize('plain.csv'));
    expect(names.join(';')).toBe(header);
    expect(cells).toHaveLength(rows);
    for (const [key, smokes, height] of cells) {
      expect(key).toMatch(/^P-\d{4}$/);
      expect(['ja', 'nein']).toContain(smokes);
      expect(height).toMatch(/^1[5-9]\d,\d$|^200,0$/);
    }
  });

  it('makes no key twice and none that is real', async () => {
    const keys = cellsOf(await synthesize('keys.csv'))
      .slice(1)
      .map(([key]) => key);
    const real = new Set(lines.map((line) => line.split(';')[0]));
    expect(new Set(keys).size).toBe(rows);
    expect(keys.filter((key) => real.has(key))).toEqual([]);
  });

  it('makes the same file from the same seed, and another from another', async () => {
    const first = await synthesize('first.csv', '--seed', '7');
    expect(await synthesize('second.csv', '--seed', '7')).toBe(first);
    expect(await synthesize('third.csv', '--seed', '8')).not.toBe(first);
  });

  it('makes the same file from the same seed with as many workers, and tells how many there were', async () => {
    const shared = ['--workers', '2', '--summary', 'shared.json'];
    const first = await synthesize('first.csv', ...shared);
    expect(await synthesize('second.csv', ...shared)).toBe(first);
    const summary = JSON.parse(await readFile(cli.path('shared.json'), 'utf8')) as Record<string, unknown>;
    expect(summary).toMatchObject({ workers: 2 });
  });

  it('sums the run up in these figures and no others', async () => {
    await synthesize('summed.csv', '--rows', '123', '--seed', '5', '--summary', 'summary.json');
    const summary = JSON.parse(await readFile(cli.path('summary.json'), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(summary)).toEqual([
      'rows',
      'columns',
      'model',
      'backend',
      'workers',
      'seed',
      'trainSeconds',
      'generateSeconds',
      'epochs',
      'validationLoss',
      'peakMemoryMB',
    ]);
    expect(summary).toMatchObject({ rows: 123, columns: 4, model: 'autoregressive', seed: 5 });
  });

  it.each(['gaussian-copula', 'independent'])('learns by the model %s, and says so', async (model) => {
    const more = ['--model', model, '--summary', 'baseline.json', '--given', 'Raucher=ja', '--rows', '60'];
    const cells = cellsOf(await synthesize('baseline.csv', ...more)).slice(1);
    expect(cells).toHaveLength(60);
    expect(cells.every(([key, smokes]) => /^P-\d{4}$/.test(key) && smokes === 'ja')).toBe(true);
    const summary = JSON.parse(await readFile(cli.path('baseline.json'), 'utf8')) as Record<string, unknown>;
    expect(summary).toMatchObject({ rows: 60, columns: 4, model, backend: 'cpu', epochs: 0 });
    const hasLoss = model === 'independent';
    expect(typeof summary.validationLoss).toBe(hasLoss ? 'number' : 'object');
    const loud = await cli.run('synthesize', 'real.csv', '--out', 'loud.csv', '--model', model);
    expect(loud.code).toBe(0);
    expect(loud.stderr).toMatch(
      hasLoss ? /Learnt in [\d.]+ s; validation loss [\d.]+\./ : /Learnt in [\d.]+ s\. /,
    );
    expect(loud.stderr).not.toMatch(/NaN|null|steps/);
  });

  it('takes the model from a configuration, and another from the command', async () => {
    await writeFile(cli.path('model.json'), '{"settings": {"model": "independent"}}');
    const modelOf = async (...options: string[]) => {
      const more = ['--config', 'model.json', '--summary', 'model-summary.json', ...options];
      await synthesize('configured.csv', ...more);
      const text = await readFile(cli.path('model-summary.json'), 'utf8');
      return (JSON.parse(text) as { model: string }).model;
    };
    expect(await modelOf()).toBe('independent');
    expect(await modelOf('--model', 'gaussian-copula')).toBe('gaussian-copula');
  });

  it('draws only rows that meet every condition', async () => {
    const text = await synthesize(
      'given.csv',
      '--rows',
      '50',
      '--given',
      'Raucher=ja',
      '--given',
      'Größe>=170',
    );
    const cells = cellsOf(text).slice(1);
    expect(cells).toHaveLength(50);
    for (const [, smokes, height] of cells) {
      expect(smokes).toBe('ja');
      expect(Number(height.replace(',', '.'))).toBeGreaterThanOrEqual(170);
    }
  });

  it('says how rows given conditions were drawn, and sums it up', async () => {
    const { code, stderr } = await cli.run(
      ...['synthesize', 'real.csv', '--out', 'rare.csv', '--preset', 'fast', '--rows', '40'],
      ...[
        '--given',
        'Größe>=190',
        '--given',
        'Größe<=195',
        '--given',
        'Kinder!=k. A.',
        '--given',
        'Raucher=ja',
      ],
      ...['--summary', 'given.json'],
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/About [\d.]+ % of the model's rows meet the conditions\./);
    expect(stderr).toMatch(/The draw is exact|effective sample size [\d.]+ % of the [\d,]+ rows drawn/);
    const { given } = JSON.parse(await readFile(cli.path('given.json'), 'utf8')) as { given: object };
    expect(given).toMatchObject({
      conditions: ['Größe>=190', 'Größe<=195', 'Kinder!=k. A.', 'Raucher=ja'],
      kept: 40,
    });
    const cells = cellsOf(await readFile(cli.path('rare.csv'), 'utf8')).slice(1);
    expect(cells).toHaveLength(40);
    for (const [, smokes, height, children] of cells) {
      expect([smokes, children === 'k. A.']).toEqual(['ja', false]);
      const metres = Number(height.replace(',', '.'));
      expect(metres >= 190 && metres <= 195).toBe(true);
    }
  });

  it('takes kinds, roles, missing tokens and settings from a configuration', async () => {
    const configuration = {
      settings: { seed: 9, holdoutShare: 0.2 },
      columns: { Kennung: { role: 'drop' }, Kinder: { kind: 'integer', missingTokens: ['k. A.'] } },
    };
    await writeFile(cli.path('configuration.json'), JSON.stringify(configuration));
    const text = await synthesize(
      'configured.csv',
      '--config',
      'configuration.json',
      '--summary',
      'seed.json',
    );
    const [names, ...cells] = cellsOf(text);
    expect(names).toEqual(['Raucher', 'Größe', 'Kinder']);
    expect(new Set(cells.map(([, , children]) => children))).toEqual(
      new Set(['0', '1', '2', '3', '4', '5', '6', 'k. A.']),
    );
    expect(JSON.parse(await readFile(cli.path('seed.json'), 'utf8'))).toMatchObject({ seed: 9 });
  });

  it.each([
    ['arrow', 'ARROW1'],
    ['parquet', 'PAR1'],
  ])('writes %s by the ending of the name', async (ending, magic) => {
    await synthesize(`typed.${ending}`);
    const bytes = await readFile(cli.path(`typed.${ending}`));
    expect(bytes.subarray(0, magic.length).toString('latin1')).toBe(magic);
    expect(bytes.subarray(-magic.length).toString('latin1')).toBe(magic);
  });

  it('says what it does on the error stream unless it is quiet', async () => {
    const result = await cli.run('synthesize', 'real.csv', '--out', 'loud.csv', '--preset', 'fast');
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain(`Wrote ${rows} rows to loud.csv`);
  });

  it('leaves no file behind that it could not finish', async () => {
    const { code, stderr } = await cli.run(
      ...['synthesize', 'real.csv', '--out', 'rare.csv', '--preset', 'fast', '--quiet'],
      ...['--given', 'Größe>=100000'],
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^"Größe>=100000": the model draws next to no such row; .*\n$/);
    expect(existsSync(cli.path('rare.csv'))).toBe(false);
  });

  it('learns under differential privacy, and the summary has the ledger and what it promises', async () => {
    await writeFile(
      cli.path('bounds.json'),
      '{"Größe":["100,0","250"],"Kinder":[0,20],"Raucher":["ja","nein"]}',
    );
    const asked = [
      '--epsilon',
      '5',
      '--declared-rows',
      '300',
      '--bounds',
      'bounds.json',
      '--summary',
      'dp.json',
      '--certificates',
    ];
    const text = await synthesize('private.csv', ...asked);
    const [head, ...cells] = cellsOf(text);
    expect(head).toEqual(header.split(';'));
    expect(cells.length).toBeGreaterThan(150);
    const real = new Set(lines.map((line) => line.split(';')[0]));
    for (const [key, smoker, height] of cells) {
      expect(real.has(key)).toBe(false);
      expect(['ja', 'nein']).toContain(smoker);
      expect(Number(height.replace(',', '.'))).toBeGreaterThanOrEqual(100);
      expect(Number(height.replace(',', '.'))).toBeLessThanOrEqual(250);
    }
    const { guarantee } = JSON.parse(await readFile(cli.path('dp.json'), 'utf8')) as {
      guarantee: { formal: boolean; ledger: { spent: { epsilon: number }; entries: unknown[] } };
    };
    expect(guarantee.formal).toBe(true);
    expect(guarantee.ledger.spent.epsilon).toBeGreaterThan(4.9);
    expect(guarantee.ledger.spent.epsilon).toBeLessThanOrEqual(5);
    expect(guarantee.ledger.entries.length).toBeGreaterThan(2);

    // What it promises is in the reports that are made of it later.
    const judged = ['evaluate', 'real.csv', 'private.csv', '--certificate', 'private.csv.shareable.json'];
    expect((await cli.run(...judged, '--report', 'private papers')).code).toBe(0);
    const paper = (name: string) => readFile(cli.path(`private papers/${name}`), 'utf8');
    const shared = JSON.parse(await paper('shareable-report.json')) as Record<string, unknown>;
    expect(shared.guarantee).toEqual(guarantee);
    expect(shared).not.toHaveProperty('findings');
    expect(JSON.parse(await paper('private-report.json'))).toMatchObject({ ledger: guarantee.ledger });
    const other = await cli.run(...judged.with(2, 'real.csv'));
    expect(other.stderr).toContain('The certificate does not name real.csv as it is now');
  });

  it('writes certificates that hold for the table, one of them with nothing of the real one', async () => {
    await synthesize('certified.csv', '--given', 'Raucher=ja', '--rows', '20', '--certificates');
    const { code, stdout } = await cli.run('verify', 'certified.csv.shareable.json', 'certified.csv');
    expect([code, stdout]).toEqual([1, expect.stringContaining('is, byte for byte, the file')]);
    const own = await readFile(cli.path('certified.csv.private.json'), 'utf8');
    expect(JSON.parse(own)).toMatchObject({
      source: { fileName: 'real.csv', rowCount: rows },
      outputs: [
        { fileName: 'certified.csv', rowCount: 20, conditions: [{ column: 'Raucher', values: ['ja'] }] },
      ],
    });
    const shared = await readFile(cli.path('certified.csv.shareable.json'), 'utf8');
    expect(shared).not.toContain('real.csv');
  });

  it('learns by a network under differential privacy, for subjects with several rows', async () => {
    const bounds = { Größe: ['100,0', '250'], Kinder: [0, 20], Raucher: ['ja', 'nein'] };
    await writeFile(cli.path('network-bounds.json'), JSON.stringify(bounds));
    const asked = ['--epsilon', '40', '--declared-rows', '300', '--bounds', 'network-bounds.json'];
    const how = ['--mechanism', 'dp-sgd', '--unit', 'Kennung:2', '--summary', 'network.json'];
    const [head, ...cells] = cellsOf(await synthesize('network.csv', ...asked, ...how));
    expect(head).toEqual(header.split(';'));
    expect(cells.length).toBeGreaterThan(100);
    const { model, guarantee } = JSON.parse(await readFile(cli.path('network.json'), 'utf8')) as {
      model: string;
      guarantee: { ledger: LedgerRecord };
    };
    expect(model).toBe('autoregressive');
    expect(guarantee.ledger.unit).toEqual({ kind: 'subject', column: 'Kennung', mostRows: 2 });
    expect(guarantee.ledger.entries.at(-1)).toMatchObject({ payment: { kind: 'sampled-gaussian' } });
  });

  it('holds conditions on a private table against what is public of it, not against its cells', async () => {
    const bounds = { Größe: ['100,0', '250'], Raucher: ['ja', 'nein', 'selten'], others: 'private' };
    await writeFile(cli.path('given-bounds.json'), JSON.stringify(bounds));
    const given = (condition: string, ...more: string[]) =>
      cli.run(
        ...['synthesize', 'real.csv', '--out', 'given-private.csv', '--quiet', '--rows', '20'],
        ...['--epsilon', '20', '--declared-rows', '300', '--bounds', 'given-bounds.json'],
        ...['--given', condition, ...more],
      );
    expect((await given('Raucher=ja', '--given', 'Größe>=150')).code).toBe(0);
    const cells = cellsOf(await readFile(cli.path('given-private.csv'), 'utf8')).slice(1);
    expect(cells).toHaveLength(20);
    expect(cells.every(([, smoker]) => smoker === 'ja')).toBe(true);
    // Typed, though no row has it: that must not be told apart from a category that is rare.
    expect((await given('Raucher=selten')).stderr).not.toContain('no such category');
    expect((await given('Raucher=oft')).stderr).toContain('no such category');
    // Not typed: what the noisy counts found is all that is known of it.
    expect((await given('Kinder=99')).stderr).toContain('Kinder');
  });

  it('refuses a promise that cannot be kept, in a sentence', async () => {
    const refusal = async (...asked: string[]) => {
      const { code, stderr } = await cli.run(
        'synthesize',
        'real.csv',
        '--out',
        'none.csv',
        '--quiet',
        ...asked,
      );
      expect(code).toBe(1);
      return stderr;
    };
    expect(await refusal('--delta', '1e-6')).toContain('--delta belongs to differential privacy');
    expect(await refusal('--epsilon', '1')).toContain('--declared-rows');
    const asked = ['--epsilon', '1', '--declared-rows', '300'];
    expect(await refusal(...asked)).toContain('have them found privately');
    expect(await refusal(...asked, '--bounds', 'private', '--delta', '0.1')).toContain(
      'below one in the declared rows',
    );
    const small = ['--epsilon', '0.1', '--declared-rows', '300', '--bounds', 'private'];
    expect(await refusal(...small)).toContain('mostly noise');
    expect(await refusal(...asked, '--bounds', 'private', '--mechanism', 'magic')).toContain('--mechanism');
  });
});
