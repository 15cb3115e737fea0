import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { chooseFile, goTo, lookAtColumns } from './person';
import { useStage } from './stage';

const stage = useStage();

const columns = 40;
const rows = 1_700_000;

/** Two bytes a cell in the file, eight in memory: 136 MB, and a few hundred kB packed. */
function packedTable(): Buffer {
  const header = `${Array.from({ length: columns }, (_, at) => `c${at}`).join(',')}\n`;
  const lines = Array.from(
    { length: 10 },
    (_, digit) => `${new Array(columns).fill(digit).join(',')}\n`,
  ).join('');
  return gzipSync(header + lines.repeat(rows / 10), { level: 1 });
}

it('of a file that cannot be held a sample is used, and every step says so', async () => {
  const { page, complaints, end } = await stage.visit();
  await chooseFile(page, { name: 'large.csv.gz', mimeType: 'application/gzip', buffer: packedTable() });
  // While it is read the page answers: reading can be called off.
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  await page.getByRole('button', { name: /^Look at the/ }).waitFor({ timeout: 120_000 });
  const note = page.getByRole('note').filter({ hasText: 'a uniform sample' });
  expect(await note.innerText()).toContain(`of its ${rows.toLocaleString('en')} rows`);
  await lookAtColumns(page);
  await note.waitFor();
  await goTo(page, 'Train');
  await note.waitFor();
  await page.getByRole('radio', { name: /differential privacy/ }).check();
  await page.getByRole('status').filter({ hasText: 'open a smaller extract' }).waitFor();
  expect(complaints).toEqual([]);
  await end();
});
