import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../src/engine/errors';
import { type JudgedTable, judgedTables } from './judged-tables';
import type { RunFiles } from './programs';
import { splitTable, takeRows } from './split-table';

/** Whole tables are split the same way for every seed of the model. */
const splitSeed = 1;

/** @throws UserError where there is none of that name */
export function findTable(name: string): JudgedTable {
  const found = judgedTables.find((table) => table.name === name);
  if (found) return found;
  throw new UserError(`There is no table "${name}": ${judgedTables.map((table) => table.name).join(', ')}.`);
}

/** The table's two parts, or so many rows of the first: written into the folder. */
export async function prepareTable(
  table: JudgedTable,
  data: string,
  folder: string,
  rows: number | null,
): Promise<Pick<RunFiles, 'train' | 'test'>> {
  const parts = await findParts(table, data, folder);
  if (rows === null) return parts;
  const train = join(folder, `${table.name}-${rows}-rows.csv`);
  await writeFile(train, takeRows(await readFile(parts.train, 'utf8'), rows, splitSeed));
  return { ...parts, train };
}

/** As they come, or split from the whole into the folder. */
async function findParts(
  { name, file, leftOut }: JudgedTable,
  data: string,
  folder: string,
): Promise<Pick<RunFiles, 'train' | 'test'>> {
  const given = { train: join(data, name, 'train.csv'), test: join(data, name, 'test.csv') };
  if (existsSync(given.train) && existsSync(given.test)) return given;
  const whole = join(data, file);
  if (!existsSync(whole)) {
    throw new UserError(
      `The table ${name} is not there: --data FOLDER holds neither ${name}/train.csv and test.csv nor ${file}.`,
    );
  }
  const { train, test } = splitTable(await readFile(whole, 'utf8'), leftOut, splitSeed);
  const parts = { train: join(folder, `${name}-train.csv`), test: join(folder, `${name}-test.csv`) };
  await writeFile(parts.train, train);
  await writeFile(parts.test, test);
  return parts;
}

/** Each run's files take the last one's place. */
export function resultFiles(folder: string): Pick<RunFiles, 'synthetic' | 'summary' | 'verdict'> {
  return {
    synthetic: join(folder, 'synthetic.csv'),
    summary: join(folder, 'summary.json'),
    verdict: join(folder, 'verdict.json'),
  };
}
