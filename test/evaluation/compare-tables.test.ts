import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/engine/random';
import { selectRows, type TypedTable } from '../../src/engine/typed-table';
import { compareTables } from '../../src/evaluation/compare-tables';
import type { ComparisonReport } from '../../src/evaluation/report';
import { expectAsReference, golden, goldenTable } from './golden';
import { categories, numbers, silent, tableOf } from './make-tables';

function compare(
  training: TypedTable,
  holdout: TypedTable,
  synthetic: TypedTable,
): Promise<ComparisonReport> {
  return compareTables({ training, holdout, synthetic, random: new RandomStream(1, 'test'), ...silent });
}

/** People with an age, an income that follows it, a city and a plan that follows the income. */
function drawPeople(rows: number, stream: string): TypedTable {
  const random = new RandomStream(3, stream);
  const ages = Array.from({ length: rows }, () => 18 + random.int(60));
  const incomes = ages.map((age) => Math.round((1000 + 40 * age + 300 * random.normal()) * 100) / 100);
  const cities = ages.map(() => `city ${random.int(12)}`);
  const plans = incomes.map((income) => (income > 2600 || random.float() < 0.1 ? 'full' : 'basic'));
  const scores = ages.map(() => (random.float() < 0.1 ? null : random.normal()));
  return tableOf(
    numbers('age', ages),
    numbers('income', incomes, 2),
    categories('city', cities),
    categories('plan', plans),
    numbers('score', scores, 6),
  );
}

const noRows = (table: TypedTable) => selectRows(table, []);
const overallOf = (report: ComparisonReport, name: string) =>
  report.overall.find((figure) => figure.name === name) ?? { synthetic: -1, holdout: -1, sentence: '' };

describe('compareTables', () => {
  const training = drawPeople(1500, 'training');
  const holdout = drawPeople(1500, 'holdout');

  it('puts the reference figures of single columns beside one another', async () => {
    const [real, held, made] = [golden.training, golden.holdout, golden.synthetic].map(goldenTable);
    const report = await compare(real, held, made);
    for (const part of ['synthetic', 'holdout'] as const) {
      for (const column of report.columns) {
        const expected = golden.single[part][column.name];
        const complement = expected.ksComplement ?? expected.tvComplement;
        if (complement !== undefined) expectAsReference(1 - (column.distance[part] ?? -1), complement);
      }
    }
    expect(report.copies.exact.synthetic).toBe(golden.copies);
  });

  it('sees no difference between a table and its own rows shuffled, and calls them copies', async () => {
    const order = Array.from({ length: 1500 }, (_, row) => (row * 7) % 1500);
    const report = await compare(training, holdout, selectRows(training, order));
    for (const name of ['shape', 'trend', 'missing']) {
      expect(overallOf(report, name).synthetic).toBeCloseTo(0, 12);
      expect(overallOf(report, name).holdout).toBeGreaterThan(0);
    }
    expect(report.copies.exact).toEqual({ synthetic: 1, holdout: 0 });
    expect(report.copies.near.synthetic).toBe(1);
    expect(report.copies.closerToTraining?.share).toBe(1);
    expect(report.copies.sentence).toContain(
      '1,500 of the 1,500 synthetic rows (100 %) equal a training row',
    );
  });

  it('finds fresh rows of the same people as close to the unseen rows as to the training rows', async () => {
    const report = await compare(training, holdout, drawPeople(1500, 'fresh'));
    const lean = report.copies.closerToTraining;
    const fourStandardErrors = 4 * Math.sqrt(0.25 / 1500);
    expect(Math.abs((lean?.share ?? 0) - 0.5)).toBeLessThan(fourStandardErrors);
    expect(lean?.low).toBeLessThan(0.5 + fourStandardErrors);
    expect(report.copies.exact.synthetic).toBe(0);
    expect(overallOf(report, 'shape').synthetic).toBeLessThan(0.05);
  });

  it('notices a table of which one row in a hundred is copied', async () => {
    const fresh = drawPeople(1485, 'fresh');
    const copied = selectRows(training, [...Array(15).keys()]);
    const joined = tableOf(
      ...fresh.columns.map((column, index) => {
        const other = copied.columns[index];
        if (column.type === 'numeric' && other.type === 'numeric') {
          return numbers(column.schema.name, [...column.values, ...other.values], 6);
        }
        if (column.type !== 'categorical' || other.type !== 'categorical') throw new Error('Types differ.');
        const texts = [
          ...[...column.codes].map((code) => column.dictionary[code]),
          ...[...other.codes].map((code) => other.dictionary[code]),
        ];
        return categories(column.schema.name, texts);
      }),
    );
    const report = await compare(training, holdout, joined);
    expect(report.copies.exact.synthetic).toBeCloseTo(0.01, 12);
    expect(report.copies.near.synthetic).toBeGreaterThanOrEqual(0.01);
  });

  it('recognises copies with a little noise as near copies though few are exact', async () => {
    const random = new RandomStream(9, 'noise');
    const shaken = tableOf(
      ...training.columns.map((column) =>
        column.type === 'numeric' && column.schema.name !== 'age'
          ? { ...column, values: column.values.map((value) => value + 0.01 * random.normal()) }
          : column,
      ),
    );
    const report = await compare(training, holdout, shaken);
    expect(report.copies.exact.synthetic).toBeLessThan(0.1);
    expect(report.copies.near.synthetic).toBeGreaterThan(0.95);
    expect(report.copies.near.holdout).toBeLessThan(0.2);
    expect(report.copies.closerToTraining?.share).toBeGreaterThan(0.95);
  });

  it('gives the same report for the same tables', async () => {
    const fresh = drawPeople(300, 'fresh');
    expect(await compare(training, holdout, fresh)).toEqual(await compare(training, holdout, fresh));
  });

  it('has no ruler with fewer than 20 holdout rows, and says so', async () => {
    const few = selectRows(holdout, [...Array(19).keys()]);
    for (const held of [few, noRows(holdout)]) {
      const report = await compare(training, held, drawPeople(300, 'fresh'));
      expect(report.columns.every((column) => column.distance.holdout === null)).toBe(true);
      expect(report.pairs.holdout).toBeNull();
      expect(report.copies.closerToTraining).toBeNull();
      expect(report.copies.near.holdout).toBeNull();
      expect(report.overall.every((figure) => figure.holdout === null)).toBe(true);
      expect(report.notes.join(' ')).toContain(`Only ${held.rowCount} rows were kept from the model`);
    }
  });

  it('compares columns by name and category texts, not by codes, and counts a category new in the synthetic rows', async () => {
    const real = tableOf(categories('c', ['a', 'b', 'a', 'b']), numbers('n', [1, 2, 3, 4]));
    const made = tableOf(numbers('n', [4, 3, 2, 1]), categories('c', ['b', 'a', 'z', 'b']));
    const report = await compare(real, noRows(real), made);
    expect(report.columns.map((column) => column.name)).toEqual(['c', 'n']);
    expect(report.columns[0].distance.synthetic).toBeCloseTo(0.25, 12);
    expect(report.columns[1].distance.synthetic).toBe(0);
  });

  it('names a column that the synthetic table lacks and compares the rest', async () => {
    const made = { ...training, columns: training.columns.slice(1) };
    const report = await compare(training, holdout, made);
    expect(report.columns).toHaveLength(training.columns.length - 1);
    expect(report.notes).toEqual([
      'The column “age” is not in all tables in the same form, so it was not compared.',
    ]);
  });

  it('compares only the missing cells of identifiers and free text', async () => {
    const real = tableOf(
      categories('key', ['k1', 'k2', null], 'identifier'),
      categories('note', ['some words', null, null], 'text'),
      numbers('n', [1, 2, 3]),
    );
    const made = tableOf(
      categories('key', ['x1', 'x2', 'x3'], 'identifier'),
      categories('note', ['other words', 'more', null], 'text'),
      numbers('n', [1, 2, 3]),
    );
    const report = await compare(real, noRows(real), made);
    const [key, note] = report.columns;
    expect(key).toMatchObject({ bins: null, wasserstein: null, distance: { synthetic: Number.NaN } });
    expect(note.missingShare).toEqual({ training: 2 / 3, synthetic: 1 / 3, holdout: null });
    expect(report.pairs.names).toEqual(['n']);
    expect(report.copies.exact.synthetic).toBe(1);
    expect(overallOf(report, 'shape').synthetic).toBe(0);
    expect(overallOf(report, 'missing').synthetic).toBeCloseTo(2 / 9, 12);
    expect(overallOf(report, 'trend').sentence).toBe('There is no pair of columns to compare.');
  });

  it('manages one row, constant columns and columns without a value', async () => {
    const one = tableOf(
      numbers('n', [1]),
      categories('c', ['a']),
      numbers('m', [null]),
      categories('e', [null]),
    );
    const report = await compare(one, noRows(one), one);
    expect(report.columns.map((column) => column.distance.synthetic)).toEqual([0, 0, 0, 0]);
    expect(report.columns[0].wasserstein).toBeNull();
    expect(report.columns[2].bins).toBeNull();
    expect(report.copies.exact.synthetic).toBe(1);
    expect(overallOf(report, 'missing').synthetic).toBe(0);
  });

  it('hands out columns first, then pairs, then copies, and says how far it is', async () => {
    const partials: (keyof ComparisonReport)[][] = [];
    const phases: string[] = [];
    let yields = 0;
    await compareTables({
      training,
      holdout,
      synthetic: drawPeople(300, 'fresh'),
      random: new RandomStream(1, 'test'),
      onPartial: (tell) => partials.push(Object.keys(tell()) as (keyof ComparisonReport)[]),
      onProgress: ({ phase, done, total }) => {
        expect(done).toBeLessThanOrEqual(total);
        if (!phases.includes(phase)) phases.push(phase);
      },
      yieldControl: () => Promise.resolve(void yields++),
    });
    expect(partials).toEqual([
      ['rows', 'columns'],
      ['rows', 'columns', 'overall'],
      ['pairs', 'overall', 'notes'],
    ]);
    expect(phases).toEqual(['Comparing columns', 'Comparing pairs of columns', 'Looking for copies']);
    expect(yields).toBeGreaterThan(10);
  });

  it('does not depend on the order of the rows, whatever they hold', async () => {
    const row = fc.tuple(
      fc.option(fc.integer({ min: -5, max: 5 })),
      fc.option(fc.constantFrom('a', 'b', 'c')),
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((thousandths) => thousandths / 1000),
    );
    const rows = fc.array(row, { minLength: 1, maxLength: 60 });
    const build = (cells: readonly (readonly [number | null, string | null, number])[]) =>
      tableOf(
        numbers(
          'n',
          cells.map((cell) => cell[0]),
        ),
        categories(
          'c',
          cells.map((cell) => cell[1]),
        ),
        numbers(
          'm',
          cells.map((cell) => cell[2]),
          3,
        ),
      );
    await fc.assert(
      fc.asyncProperty(rows, rows, async (real, made) => {
        const forward = await compare(build(real), build(real), build(made));
        const backward = await compare(build([...real].reverse()), build(real), build([...made].reverse()));
        forward.columns.forEach((column, index) => {
          expect(backward.columns[index].distance.synthetic).toBeCloseTo(column.distance.synthetic, 12);
          expect(backward.columns[index].counts).toEqual(column.counts);
        });
        forward.pairs.error.forEach((error, cell) => {
          if (Number.isNaN(error)) expect(backward.pairs.error[cell]).toBeNaN();
          else expect(backward.pairs.error[cell]).toBeCloseTo(error, 9);
        });
        expect(backward.copies.exact).toEqual(forward.copies.exact);
      }),
      { numRuns: 25 },
    );
  });
});
