import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { inferSchema } from '../../../src/engine/analyze/infer-schema';
import { lookForMatter } from '../../../src/engine/analyze/look-for-matter';
import { readTable } from '../analyze/columns';

const folder = fileURLToPath(new URL('../../../../shared/data/tables/', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];

/** All that there is of people's matters in these tables: where houses stand. */
const known: Readonly<Record<string, readonly string[]>> = { 'kc_house.csv': ['latitude', 'longitude'] };

const isAbsent = files.length === 0;

it.skipIf(isAbsent).each(isAbsent ? ['the real tables, which are not on this machine,'] : files)(
  'finds in %s what is there and nothing else',
  (name) => {
    const table = readTable(folder + name);
    const schema = inferSchema(table);
    const found = schema.columns.map((column, i) => lookForMatter(table.columns[i], column)?.matter);
    expect(found.filter((matter) => matter !== undefined)).toEqual(known[name] ?? []);
  },
);
