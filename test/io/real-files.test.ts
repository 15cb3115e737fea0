import { createReadStream, existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readTable } from '../../src/io/read-table';

const folder = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Path, rows, columns. */
const files: readonly [path: string, rows: number, columns: number][] = [
  ['adult/train.csv', 32_561, 15],
  ['adult/test.csv', 16_281, 15],
  ['default/train.csv', 27_000, 24],
  ['magic/train.csv', 17_118, 11],
  ['tables/bank_additional_full.csv', 41_188, 21],
  ['tables/telco_churn.csv', 7_043, 21],
  ['tables/california_housing.csv', 20_640, 10],
  ['tables/kc_house.csv', 21_613, 21],
  ['tables/cardio_train.csv', 70_000, 13],
  ['tables/compas_min.csv', 7_214, 19],
  ['tables/kdd_nsl_train.csv', 125_973, 42],
  ['tables/nyc_taxis.csv', 6_433, 14],
  ['tables/penguins_raw.csv', 344, 17],
  ['tables/birds_strikes.csv', 19_302, 18],
  ['tables/nonvoters_data.csv', 5_836, 119],
  ['wide/pd_speech_252x753.csv', 252, 753],
  ['wide/arcene_train_100x10000.csv', 100, 10_000],
];

for (const [path, rows, columns] of files) {
  const file = `${folder}/${path}`;
  it.skipIf(!existsSync(file))(
    `${path} opens with ${rows} rows and ${columns} columns (skipped where the shared data are absent)`,
    async () => {
      const read = await readTable(createReadStream(file), { byteCount: statSync(file).size, choice: {} });
      expect([read.table.rowCount, read.table.columns.length]).toEqual([rows, columns]);
      expect(read.problems.filter(({ code }) => code !== 'empty-name')).toEqual([]);
    },
  );
}
