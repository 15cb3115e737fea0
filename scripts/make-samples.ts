/** Writes the sample tables into a folder: `npx tsx scripts/make-samples.ts FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from '../src/samples';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder to write to: npx tsx scripts/make-samples.ts FOLDER');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
for (const sample of samples) {
  const path = join(folder, sample.fileName);
  writeFileSync(path, sample.makeCsv());
  console.log(`${path}: ${sample.rows} rows, ${sample.columns} columns`);
}
