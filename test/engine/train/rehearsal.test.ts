import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeTable } from '../../../src/engine/encode/encode-table';
import { learnMakers } from '../../../src/engine/encode/makers';
import { rangesOf } from '../../../src/engine/encode/ranges';
import { RandomStream } from '../../../src/engine/random';
import { drawRehearsal, Rehearsal } from '../../../src/engine/train/rehearsal';
import { trainModel } from '../../../src/engine/train/train-model';
import { defaultTrainingSettings } from '../../../src/engine/train/types';
import { prepareTestBackend } from '../models/backends';
import { drawFrom, spearman } from '../models/baselines';
import { numbers, tableOf, texts, valuesOf } from '../typed-columns';

/** Two amounts that rise together (their ranks' correlation is about 0.89), and a group with one member among the last rows. */
function makeTable(rows: number) {
  const random = new RandomStream(5, 'small table');
  const age = Array.from({ length: rows }, () => 40 + 10 * random.normal());
  return tableOf(
    numbers('age', age.map(Math.round)),
    numbers(
      'income',
      age.map((years) => Math.round(1000 * years + 5000 * random.normal())),
    ),
    texts(
      'group',
      age.map((years, row) => (row === rows - 1 ? 'last' : years > 40 ? 'old' : 'young')),
    ),
  );
}

function taskOf(rows: number) {
  const table = makeTable(rows);
  return {
    encoded: encodeTable(table, { minCategoryRows: 1 }, new RandomStream(1, 'encode')),
    makers: learnMakers(table),
    ranges: rangesOf(table),
    context: { breathe: () => Promise.resolve(), wantsStop: () => false },
  };
}

const learntOf = ({ encoded }: ReturnType<typeof taskOf>) => ({ ...encoded, factored: [] });
const firstRows = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);

describe('a rehearsal', () => {
  const task = taskOf(300);
  const fit = firstRows(200);
  let drawn: Int32Array[];
  beforeAll(async () => {
    drawn = await drawRehearsal(task, fit, new RandomStream(1, 'rehearsal'));
  });

  it('draws rows that keep the columns of the rows to fit and how they rise together', () => {
    const [age, income] = drawn;
    const codes = task.encoded.columns.map(({ base }) => base.subarray(0, 200));
    expect(Math.abs(spearman(age, income) - spearman(codes[0], codes[1]))).toBeLessThan(0.03);
    const mean = (values: Int32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean(age) / mean(codes[0]) - 1)).toBeLessThan(0.03);
  });

  it('knows nothing of rows that are left to check on', () => {
    const { base } = task.encoded.columns[2];
    expect([...base.subarray(0, 200)]).not.toContain(base[299]);
    expect([...drawn[2]]).not.toContain(base[299]);
  });

  it('stands behind the rows of the table, which stay as they are', () => {
    const { learnt } = new Rehearsal(learntOf(task), drawn, fit.length);
    expect(learnt.rowCount).toBe(300 + drawn[0].length);
    learnt.columns.forEach(({ base, target }, index) => {
      expect(base.subarray(0, 300)).toEqual(task.encoded.columns[index].base);
      expect(target.subarray(300)).toEqual(drawn[index]);
    });
  });

  it('leads at first, gives way by half of the training, and leaves a prior worth a hundred rows', () => {
    const shareOf = (ownRows: number) => new Rehearsal(learntOf(task), drawn, ownRows);
    expect(shareOf(100).shareAt(1)).toBeCloseTo(0.5, 12);
    expect(shareOf(1000).shareAt(0.5)).toBeCloseTo(1 / 101, 12);
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (rows, a, b) => {
          const rehearsal = shareOf(rows);
          const [early, late] = [Math.min(a, b), Math.max(a, b)].map((at) => rehearsal.shareAt(at));
          expect(early).toBeGreaterThanOrEqual(late);
          expect(early).toBeLessThanOrEqual(1);
          expect(late).toBeGreaterThan(0);
          expect(rehearsal.isTakingOver(a)).toBe(a < 0.5);
        },
      ),
    );
  });

  it('exchanges as many rows of an epoch as its share says, the same ones for the same seed', () => {
    const rehearsal = new Rehearsal(learntOf(task), drawn, fit.length);
    const mixed = (progress: number) => rehearsal.mix(fit, progress, new RandomStream(3, 'epoch'));
    expect(mixed(0).every((row) => row >= 300 && row < rehearsal.learnt.rowCount)).toBe(true);
    const own = mixed(0.25).filter((row) => row < 300).length;
    expect(Math.abs(own / 200 - 0.5)).toBeLessThan(0.12);
    expect(mixed(0.25)).toEqual(mixed(0.25));
  });
});

describe('a table of 150 rows', () => {
  it('is learnt with what ties its columns', async () => {
    await prepareTestBackend('wasm');
    const table = makeTable(150);
    const context = {
      backend: 'wasm',
      now: () => 0,
      breathe: () => Promise.resolve(),
      wantsStop: () => false,
      onEvent: () => undefined,
      isWatched: false,
    } as const;
    const { model } = await trainModel(table, { ...defaultTrainingSettings, backend: 'wasm' }, context, null);
    const synthetic = await drawFrom(model, 4000);
    model.dispose();
    const [real, made] = [table, synthetic].map(({ columns }) =>
      spearman(valuesOf(columns[0]), valuesOf(columns[1])),
    );
    expect(real).toBeGreaterThan(0.8);
    expect(made).toBeGreaterThan(real - 0.1);
  }, 60_000);
});
