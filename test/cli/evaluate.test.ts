import { readdir, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LearningCurve } from '../../src/evaluation/utility/learning-curves';
import { signManifest } from '../../src/release/signature/sign-manifest';
import { makeSigningKey } from '../../src/release/signature/signing-key';
import { BuiltCli } from './run-understudy';

let cli: BuiltCli;

/** Rows whose second column follows from the first; another `shift`, other rows. */
function table(rows: number, shift: number): string {
  const line = (row: number) =>
    `${(row * 7 + shift) % 50},${((row * 7 + shift) % 50) * 2 + (row % 3)},${'xy'[row % 2]}`;
  return ['a,b,c', ...Array.from({ length: rows }, (_, row) => line(row)), ''].join('\n');
}

const policy = (least: number) =>
  JSON.stringify({ policy: 'House rules', version: 1, thresholds: { 'copies.dcrShare': { least } } });

beforeAll(async () => {
  cli = await BuiltCli.copy();
  await writeFile(cli.path('real.csv'), table(120, 0));
  await writeFile(cli.path('held.csv'), table(60, 3));
  await writeFile(cli.path('made.csv'), table(90, 5));
  await writeFile(cli.path('loose.json'), policy(0));
  await writeFile(cli.path('strict.json'), policy(2));
  await writeFile(cli.path('odd.json'), '{"policy": "Odd", "version": 1, "thresholds": {"a": {}}}');
}, 120_000);

afterAll(() => cli.remove());

const given = ['evaluate', 'real.csv', 'made.csv', '--holdout', 'held.csv'];

describe('understudy evaluate', { timeout: 60_000 }, () => {
  it('prints findings, each with what it means, and the decision', async () => {
    const { code, stdout } = await cli.run(...given, '--target', 'c', '--sensitive', 'c', '--known', 'a,b');
    expect(code).toBe(0);
    const printed = JSON.parse(stdout) as { findings: { id: string; sentence: string }[]; decision: object };
    expect(printed.findings.map(({ id }) => id)).toContain('copies.exact');
    expect(printed.findings.every(({ sentence }) => sentence.endsWith('.'))).toBe(true);
    expect(printed.decision).toHaveProperty('certificate');
  });

  it('writes both reports into a folder, as pages and as JSON', async () => {
    const { code, stdout } = await cli.run(...given, '--report', 'papers');
    expect([code, stdout]).toEqual([0, '']);
    expect(await readdir(cli.path('papers'))).toEqual([
      'private-report.html',
      'private-report.json',
      'shareable-report.html',
      'shareable-report.json',
    ]);
    expect(await readFile(cli.path('papers/shareable-report.html'), 'utf8')).not.toContain('real.csv');
  });

  it('tells findings and reports in German where that is asked for', async () => {
    const { stdout } = await cli.run(...given, '--language', 'de');
    const { findings } = JSON.parse(stdout) as { findings: { id: string; sentence: string }[] };
    expect(findings.find(({ id }) => id === 'copies.exact')?.sentence).toContain('synthetischen Zeilen');
    await cli.run(...given, '--report', 'unterlagen', '--language', 'de');
    const page = await readFile(cli.path('unterlagen/private-report.html'), 'utf8');
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('Privater Bericht');
  });

  it('adds both curves to the figures, and prints them as tables beside reports', async () => {
    const { stdout } = await cli.run(...given, '--target', 'a', '--curves');
    const { curves } = JSON.parse(stdout) as { curves: Record<string, LearningCurve> };
    expect(curves.mixing.target).toBe('a');
    expect(curves.mixing.synthetic.map(({ realRows }) => realRows)).toEqual([0, 9, 23, 45, 90]);
    expect(curves.rows.synthetic.map(({ syntheticRows }) => syntheticRows)).toEqual([23, 45, 90]);
    const reported = await cli.run(...given, '--target', 'a', '--curves', '--report', 'more papers');
    expect(reported.stdout).toMatch(
      /Predicting a, R² on 60 real rows that no model saw:\n +real rows +synthetic rows/,
    );
    expect(reported.stdout).toMatch(/\n +90 +90 +0\.9\d+ \(0\.\d+ to (0\.\d+|1)\)\n/);
  });

  it('fails with one line that names the threshold which is not met', async () => {
    expect((await cli.run(...given, '--policy', 'loose.json')).code).toBe(0);
    const { code, stderr } = await cli.run(...given, '--policy', 'strict.json');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The policy “House rules” is not met: copies\.dcrShare is .*, wanted at least 2\.\n$/,
    );
  });

  it.each<[string, string[], RegExp]>([
    ['a target that is not there', ['--target', 'd'], /--target names a column "d"/],
    ['a sensitive column that is not there', ['--sensitive', 'a,e'], /--sensitive names a column "e"/],
    ['a policy that asks nothing', ['--policy', 'odd.json'], /threshold "a" must say "most" or "least"/],
    ['a policy that is not there', ['--policy', 'absent.json'], /no file absent\.json/],
  ])('says what is wrong with %s', async (_, more, words) => {
    const { code, stderr } = await cli.run(...given, ...more);
    expect(code).toBe(1);
    expect(stderr).toMatch(words);
  });
});

describe('understudy verify', { timeout: 60_000 }, () => {
  it('accepts a release as it was signed, and names what was changed', async () => {
    const key = await makeSigningKey(false);
    const bytes = await readFile(cli.path('made.csv'));
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    const manifest = {
      manifest: 'understudy',
      notice: 'Shareable.',
      created: '2026-02-03T04:05:06.000Z',
      product: { name: 'Understudy', version: '0.1.0' },
      guarantee: { formal: false, statement: 'No formal guarantee.' },
      outputs: [{ fileName: 'made.csv', format: 'csv', rowCount: 90, byteCount: bytes.length, sha256 }],
    };
    await writeFile(
      cli.path('manifest.json'),
      `${JSON.stringify(await signManifest(manifest, key), null, 2)}\n`,
    );
    await writeFile(cli.path('public.jwk'), JSON.stringify(key.publicKey));

    const sound = await cli.run('verify', 'manifest.json', 'made.csv', '--key', 'public.jwk');
    expect(sound.code).toBe(0);
    expect(sound.stdout).toContain(key.fingerprint);

    await writeFile(cli.path('made.csv'), `${bytes.toString()}1,2,x\n`);
    const changed = await cli.run('verify', 'manifest.json', 'made.csv');
    await writeFile(cli.path('made.csv'), bytes);
    expect(changed.code).toBe(1);
    expect(changed.stderr).toContain('made.csv was changed after the manifest was made');
  });

  it('wants a manifest and its data', async () => {
    const { code, stderr } = await cli.run('verify', 'real.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('Name a manifest and its data');
  });
});
