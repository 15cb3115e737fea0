import { describe, expect, it } from 'vitest';
import type { TypedColumn } from '../../../src/engine/typed-table';
import { alignTables } from '../../../src/evaluation/align-tables';
import { makeTask, nameClasses, usableRows } from '../../../src/evaluation/utility/prediction-task';
import { categories, numbers, tableOf } from '../make-tables';

const rows = 120;
const other = numbers(
  'other',
  Array.from({ length: rows }, (_, i) => i),
);

function taskOf(target: TypedColumn, synthetic = target) {
  const real = tableOf(target, other);
  const tables = alignTables(real, real, tableOf(synthetic, other));
  const task = makeTask(tables, tables.columns[0]);
  if (typeof task === 'function') throw new Error(task());
  return task;
}

const pattern = (cells: readonly (string | null)[]) =>
  categories(
    'kind',
    Array.from({ length: rows }, (_, i) => cells[i % cells.length]),
  );

describe('the task of predicting a column', () => {
  it('numbers the classes, leaves rows without a value out and predicts from all other columns', () => {
    const task = taskOf(pattern(['yes', 'no', null]));
    expect(task.learning).toEqual({ kind: 'classes', count: 2 });
    expect(nameClasses(task)).toEqual(['yes', 'no']);
    expect([...task.targets.holdout.slice(0, 3)]).toEqual([0, 1, Number.NaN]);
    expect(usableRows(task.targets.training)).toHaveLength(80);
    expect(task.features.map(({ schema }) => schema.name)).toEqual(['other']);
  });

  it('takes rare classes together where they are many enough, and says so', () => {
    const common = Array.from({ length: 80 }, (_, i) => (i % 2 ? 'yes' : 'no'));
    const rare = Array.from({ length: 40 }, (_, i) => `rare ${i}`);
    const task = taskOf(categories('kind', [...common, ...rare]));
    expect(nameClasses(task)).toEqual(['no', 'yes', 'all others']);
    expect(task.notes().join()).toContain('40 rare values');
  });

  it('leaves rare classes out where they are few even together, and what only the synthetic table has', () => {
    const cells = Array.from({ length: rows }, (_, i) => (i === 0 ? 'rare' : i % 2 ? 'yes' : 'no'));
    const task = taskOf(categories('kind', cells), pattern(['yes', 'new']));
    expect(nameClasses(task)).toEqual(['yes', 'no']);
    expect(task.targets.training[0]).toBeNaN();
    expect(task.targets.synthetic[1]).toBeNaN();
    expect(task.notes().join()).toContain('1 rare value');
  });

  it('is of classes for a number of two values, of amounts for others, as logarithms over three decades', () => {
    const values = Array.from({ length: rows }, (_, i) => i);
    expect(
      nameClasses(
        taskOf(
          numbers(
            'paid',
            values.map((i) => i % 2),
          ),
        ),
      ),
    ).toEqual(['0', '1']);
    expect(taskOf(numbers('size', values)).learning.kind).toBe('amount');
    const wide = taskOf(
      numbers(
        'wide',
        values.map((i) => 10 ** (i / 20)),
      ),
      numbers('wide', [-5, ...values.slice(1)]),
    );
    expect(wide.isLog).toBe(true);
    expect(wide.targets.training[20]).toBeCloseTo(Math.log(10), 12);
    expect(wide.targets.synthetic[0]).toBeNaN();
  });

  it('cannot be made where there is one class, no other column, no held-out or no synthetic row', () => {
    const one = tableOf(pattern(['yes']), other);
    const alone = tableOf(pattern(['yes', 'no']));
    const full = tableOf(pattern(['yes', 'no']), other);
    const few = tableOf(categories('kind', ['yes', 'no']), numbers('other', [1, 2]));
    const none = tableOf(categories('kind', []), numbers('other', []));
    for (const [real, holdout, synthetic] of [
      [one, one, one],
      [alone, alone, alone],
      [full, few, full],
      [full, full, none],
    ]) {
      const tables = alignTables(real, holdout, synthetic);
      const tellWhy = makeTask(tables, tables.columns[0]);
      if (typeof tellWhy !== 'function') throw new Error('A task was made.');
      expect(tellWhy()).toMatch(/\.$/);
    }
  });
});
