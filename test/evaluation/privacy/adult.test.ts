import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inferSchema } from '../../../src/engine/analyze/infer-schema';
import { interpretTable } from '../../../src/engine/interpret';
import { selectRows } from '../../../src/engine/typed-table';
import { copiesSection } from '../../../src/evaluation/privacy/copies';
import { readTable } from '../../engine/analyze/columns';
import { contextOf, measured } from '../make-context';

const folder = new URL('../../../../shared/data/adult/', import.meta.url);

/** By bench/reference/dcr_on_real_table.py, of the very same rows. */
const reference = { fresh: 0.50049, copied: 0.60071 };

/** As many training rows as test rows; the other training rows as synthetic ones, some replaced by rows learnt from. */
async function shareNearer(isCopied: (row: number) => boolean): Promise<number> {
  const train = readTable(new URL('train.csv', folder));
  const schema = inferSchema(train);
  const [real, holdout] = [train, readTable(new URL('test.csv', folder))].map((table) =>
    interpretTable(table, schema),
  );
  const rows = Uint32Array.from({ length: holdout.rowCount }, (_, row) => row);
  const others = rows.subarray(0, real.rowCount - rows.length);
  const synthetic = selectRows(
    real,
    others.map((row) => (isCopied(row) ? row : row + rows.length)),
  );
  const context = contextOf({ training: selectRows(real, rows), holdout, synthetic });
  const { findings } = await measured(copiesSection, { ...context, effort: 'full' });
  return findings.find(({ id }) => id === 'copies.dcrShare')?.synthetic.value ?? Number.NaN;
}

describe.skipIf(!existsSync(folder))(
  'the share of rows nearer to training rows, on the public adult table (skipped where it is not at hand)',
  () => {
    it('is within .01 of an independent evaluator’s: a half for fresh rows, more where a fifth is copied', async () => {
      expect(Math.abs((await shareNearer(() => false)) - reference.fresh)).toBeLessThan(0.01);
      expect(Math.abs((await shareNearer((row) => row % 5 === 0)) - reference.copied)).toBeLessThan(0.01);
    });
  },
);
