import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { chooseFile, lookAtColumns, openTable } from './person';
import { useStage } from './stage';
import { fileOf } from './tables';

const stage = useStage();

const cells = (i: number) => `${i};${100 + i},5;${i % 3 === 0 ? 'unbekannt' : 'gut'}`;
const rows = Array.from({ length: 40 }, (_, i) => (i % 10 === 7 ? `${i}` : cells(i)));
/** A title, names and units, rows of which every tenth is cut short, and a note beneath. */
const dirty = fileOf(
  'messung.csv',
  ['Messung im Mai', '', 'Nr;Höhe;Urteil', ';cm;', ...rows, '', 'Quelle: das Amt', ''].join('\n'),
);

const names = (page: Page) =>
  page.getByRole('region', { name: 'First rows of the table' }).getByRole('columnheader').allInnerTexts();

/** Sets one choice and waits until the table has been read with it. */
async function choose(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
  else {
    await field.fill(value);
    await field.press('Enter');
  }
  await page.getByText('Read with your settings.').waitFor();
  await page.locator('[aria-labelledby=dialect][aria-busy=false]').waitFor();
}

it('a dirty file is read by what it shows, and what is no row is listed with its lines', async () => {
  const { page, complaints, end } = await stage.visit();
  await openTable(page, dirty);
  expect(await names(page)).toEqual(['Nr', 'Höhe cm', 'Urteil']);
  const found = {
    Separator: ';',
    Header: '2',
    'Lines above': '1',
    Quotes: '"',
    Decimals: ',',
    Encoding: 'utf-8',
  };
  for (const [label, value] of Object.entries(found))
    expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(value);
  const problems = page.getByRole('region', { name: 'What did not read as expected' });
  expect(await problems.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^1 line before the table was left out\..*Line 1\.$/s),
    expect.stringMatching(/^4 rows have fewer cells than there are columns.*First: line 12\./s),
    expect.stringMatching(/^1 line after the table was left out\..*Line 46\.$/s),
  ]);
  await problems.getByText('Where they are').click();
  expect(await problems.getByRole('region', { name: 'Lines in the file' }).innerText()).toBe(
    '12, 22, 32, 42',
  );
  expect(complaints).toEqual([]);
  await end();
});

it('every choice of the dialect can be changed and is put into force, and found again', async () => {
  const { page, complaints, end } = await stage.visit();
  await openTable(page, dirty);
  await choose(page, 'Header', '1');
  expect(await names(page)).toEqual(['Nr', 'Höhe', 'Urteil']);
  await choose(page, 'Lines above', '0');
  expect(await page.getByLabel('Lines above', { exact: true }).inputValue()).toBe('0');
  await choose(page, 'Lines above', '1');
  await choose(page, 'Encoding', 'windows-1252');
  expect(await names(page)).toEqual(['Nr', 'HÃ¶he', 'Urteil']);
  await choose(page, 'Quotes', "'");
  await choose(page, 'Quote inside', 'backslash');
  await choose(page, 'Decimals', '.');
  await page.getByLabel('Separator', { exact: true }).selectOption('Another…');
  await choose(page, 'Its signs', '5;');
  expect(await page.getByLabel('Separator', { exact: true }).inputValue()).toBe('5;');
  await page.getByRole('button', { name: 'Find them again' }).click();
  await page.getByText('Found from the file itself.').waitFor();
  expect(await names(page)).toEqual(['Nr', 'Höhe cm', 'Urteil']);
  expect(complaints).toEqual([]);
  await end();
});

it('texts told to mean no value count as missing in every column', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, dirty);
  await choose(page, 'No value', 'unbekannt, -999');
  await lookAtColumns(page);
  const token = page.getByRole('button', { name: 'unbekannt', exact: true });
  expect(await token.getAttribute('aria-pressed')).toBe('true');
  await end();
});

it('a file in which no table was found can be read in another way', async () => {
  const { page, complaints, end } = await stage.visit();
  await chooseFile(page, fileOf('lines.csv', 'name,year\n'));
  await page.getByRole('alert').waitFor();
  await page.getByText('Change how lines.csv is read').click();
  await page.getByLabel('Header', { exact: true }).selectOption('None');
  await page.getByRole('columnheader', { name: 'column_1' }).waitFor();
  expect(await names(page)).toEqual(['column_1', 'column_2']);
  expect(complaints).toEqual([]);
  await end();
});

it('an encoding that nothing in the file tells is said to be a guess until one is chosen', async () => {
  const { page, complaints, end } = await stage.visit();
  const bytes = Buffer.from('id;miasto\n1;Gda\xf1sk\n2;Opole\n3;Pozna\xf1\n', 'latin1');
  await openTable(page, { name: 'miasta.csv', mimeType: 'text/csv', buffer: bytes });
  const note = page.getByRole('note').filter({ hasText: 'The encoding is a guess' });
  expect(await note.innerText()).toContain('choose another encoding');
  await choose(page, 'Encoding', 'windows-1250');
  await page.getByText('Gdańsk').waitFor();
  expect(await note.count()).toBe(0);
  expect(complaints).toEqual([]);
  await end();
});
