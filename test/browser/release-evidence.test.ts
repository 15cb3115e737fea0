import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { compareAll, dropFiles, exportAs, openTable, save, train } from './person';
import { useStage } from './stage';
import { smallTable, type TableFile } from './tables';

const stage = useStage();

/** Gives files to the page's check of releases; what it answers. */
async function checkRelease(page: Page, files: TableFile[]): Promise<string> {
  await page.getByRole('button', { name: 'Check a release', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Check a release' });
  await page.getByLabel('Manifest and its files').setInputFiles(files);
  await sheet.getByRole('heading', { name: /s it was signed$/ }).waitFor();
  const answer = (await sheet.textContent()) ?? '';
  await sheet.getByRole('button', { name: 'Close' }).click();
  return answer;
}

it('a person decides, saves both reports and a signed certificate; whoever gets them sees what was tampered with', async () => {
  const { page, requests, complaints, end } = await stage.visit();
  await openTable(page, smallTable());
  await train(page);
  await compareAll(page);
  const { name, bytes } = await exportAs(page, 'CSV');
  const data = { name, mimeType: 'text/csv', buffer: bytes };

  await page.getByLabel('Intended use').fill('Teaching');
  await page.getByLabel('Limits').fill('Not for decisions about people');
  await page.getByLabel('Policy file').setInputFiles({
    name: 'rules.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({ policy: 'House rules', version: 2, thresholds: { 'copies.exact': { least: 2 } } }),
    ),
  });
  const decision = page.getByRole('region', { name: 'The decision' });
  await decision.getByRole('heading', { name: 'Thresholds of “House rules”, version 2' }).waitFor();
  expect(await decision.textContent()).toContain('does not meet these thresholds');
  await page.getByRole('button', { name: 'Use the default policy' }).click();

  const own = await save(page, 'Save the private report');
  const shared = await save(page, 'Save the shareable report');
  expect(own.buffer.toString()).toContain('Private: this report describes the real table');
  expect(shared.buffer.toString()).not.toContain(smallTable().name);
  for (const report of [own, shared]) {
    expect(report.name).toMatch(/(private|shareable)-report\.html$/);
    expect(report.buffer.toString()).toContain('Not for decisions about people');
  }

  await page.getByLabel('Sign the certificates').check();
  await decision.getByText(/SHA256:/).waitFor();
  const manifest = await save(page, 'Save the shareable certificate');
  const key = await save(page, 'Save the public key');
  expect(requests()).toEqual([]);
  expect(complaints).toEqual([]);
  await end();

  const other = await stage.visit();
  const sound = await checkRelease(other.page, [manifest, data, key]);
  expect(sound).toContain('As it was signed');
  expect(sound).toContain('made with the key you gave');
  expect(sound).toContain('Intended use: Teaching');

  const changed = Buffer.from(bytes);
  changed[changed.length - 3] ^= 1;
  const tampered = await checkRelease(other.page, [manifest, { ...data, buffer: changed }]);
  expect(tampered).toContain(`${name} was changed after the manifest was made`);

  const rewritten = Buffer.from(manifest.buffer.toString().replace('Teaching', 'Anything'));
  const forged = await checkRelease(other.page, [{ ...manifest, buffer: rewritten }, data]);
  expect(forged).toContain('The manifest’s part “intended” was changed after it was signed.');

  await other.page.getByRole('button', { name: 'Check a release', exact: true }).click();
  await dropFiles(other.page, [manifest, data, key]);
  const sheet = other.page.getByRole('dialog', { name: 'Check a release' });
  await sheet.getByRole('heading', { name: 'As it was signed' }).waitFor();
  await dropFiles(other.page, [data]);
  await sheet.getByText(/^Choose one manifest/).waitFor();
  expect(await other.page.getByText(/learn from|is being read/i).count()).toBe(0);
  expect(other.requests()).toEqual([]);
  expect(other.complaints).toEqual([]);
  await other.end();
});
