import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inferSchema } from '../../../src/engine/analyze/infer-schema';
import { interpretTable } from '../../../src/engine/interpret';
import { selectColumnRows, selectRows, type TypedTable } from '../../../src/engine/typed-table';
import { detectionSection } from '../../../src/evaluation/detection/detection';
import { readTable } from '../../engine/analyze/columns';
import { contextOf, measured } from '../make-context';

const folder = new URL('../../../../shared/data/adult/', import.meta.url);

/** Mean AUC over three shufflings of XGBoost's detectors, by bench/reference/detect_on_real_table.py. */
const reference = { fresh: 0.50078, rolled: 0.80042 };

/** The first training rows against the test rows, with each cell of these columns taken from the row 1,000 rows before. */
async function detect(rolled: readonly string[]) {
  const train = readTable(new URL('train.csv', folder));
  const schema = inferSchema(train);
  const test = interpretTable(readTable(new URL('test.csv', folder)), schema);
  const rows = Uint32Array.from({ length: test.rowCount }, (_, row) => row);
  const before = rows.map((row) => (row - 1000 + test.rowCount) % test.rowCount);
  const synthetic: TypedTable = {
    ...test,
    columns: test.columns.map((column) =>
      rolled.includes(column.schema.name) ? selectColumnRows(column, before) : column,
    ),
  };
  const training = selectRows(interpretTable(train, schema), rows);
  const context = contextOf({ training, holdout: selectRows(test, []), synthetic });
  const { details } = await measured(detectionSection, { ...context, effort: 'full' });
  if (details === null) throw new Error('Nothing was measured.');
  return details;
}

describe.skipIf(!existsSync(folder))(
  'the detector on the public adult table (skipped where it is not at hand)',
  () => {
    it('cannot tell its test rows from its training rows, as XGBoost cannot', async () => {
      const { training } = await detect([]);
      expect(Math.abs(training.auc.value - reference.fresh)).toBeLessThan(0.01);
      expect(training.c2st.value).toBeGreaterThan(0.98);
    });

    it('tells them as well as XGBoost does where two columns no longer go with the rest, and names them', async () => {
      const { training, importance } = await detect(['occupation', 'hours']);
      expect(Math.abs(training.auc.value - reference.rolled)).toBeLessThan(0.01);
      expect(
        importance
          .slice(0, 2)
          .map(({ column }) => column)
          .includes('occupation'),
      ).toBe(true);
    });
  },
);
