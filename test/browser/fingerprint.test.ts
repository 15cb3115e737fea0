import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, it } from 'vitest';
import type { Absence } from './absences';
import { openTable } from './person';
import { useStage } from './stage';

const stage = useStage();

/** Large enough, at 18 MB, to be hashed on a thread of its own. */
const text = `kind,amount\n${Array.from(
  { length: 20 },
  (_, i) => `"${`a kind, such as ${i} `.repeat(22)}",${i}\n`,
)
  .join('')
  .repeat(2200)}`;

/** On disk: through the driver so many bytes would take longer than the page does. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-fingerprint-'));
  await writeFile(join(folder, 'large.csv'), text);
});
afterAll(() => rm(folder, { recursive: true }));

it.each<[string, Absence[]]>([
  ['beside its reading', []],
  ['within it, where workers may begin no others', ['workers in workers']],
])('a large file is hashed %s', async (_, without) => {
  const { page, end } = await stage.visit({ without });
  await openTable(page, join(folder, 'large.csv'));
  const digest = createHash('sha256').update(text).digest('hex');
  await page.getByRole('button', { name: digest.slice(0, 8) }).waitFor();
  await end();
});
