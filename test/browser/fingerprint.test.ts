import { createHash } from 'node:crypto';
import { it } from 'vitest';
import type { Absence } from './absences';
import { openTable } from './person';
import { useStage } from './stage';
import { fileOf } from './tables';

const stage = useStage();

/** Large enough, at 18 MB, to be hashed on a thread of its own. */
const file = fileOf(
  'large.csv',
  `kind,amount\n${Array.from({ length: 20 }, (_, i) => `"${`a kind, such as ${i} `.repeat(22)}",${i}\n`)
    .join('')
    .repeat(2200)}`,
);

it.each<[string, Absence[]]>([
  ['beside its reading', []],
  ['within it, where workers may begin no others', ['workers in workers']],
])('a large file is hashed %s', async (_, without) => {
  const { page, end } = await stage.visit({ without });
  await openTable(page, file);
  const digest = createHash('sha256').update(file.buffer).digest('hex');
  await page.getByRole('button', { name: digest.slice(0, 8) }).waitFor();
  await end();
});
