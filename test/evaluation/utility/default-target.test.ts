import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/engine/random';
import type { TypedColumn } from '../../../src/engine/typed-table';
import { alignTables } from '../../../src/evaluation/align-tables';
import { chooseTarget, wordsOfName } from '../../../src/evaluation/utility/default-target';
import { categories, numbers, tableOf } from '../make-tables';

const rows = 400;
const random = new RandomStream(2, 'cells');
const draw = (count: number) => Array.from({ length: rows }, () => random.int(count));
const amounts = draw(1000);
const columns = {
  id: categories(
    'id',
    Array.from({ length: rows }, (_, i) => `n${i}`),
    'identifier',
  ),
  amount: numbers('amount', amounts),
  plan: categories(
    'plan',
    amounts.map((value) => (value > 400 ? 'full' : 'basic')),
  ),
  colour: categories(
    'colour',
    draw(3).map((code) => 'rgb'[code]),
  ),
  constant: categories(
    'class',
    Array.from({ length: rows }, () => 'same'),
  ),
  churn: categories(
    'customerChurn',
    draw(2).map((code) => 'ny'[code]),
  ),
};

function choose(named: string | null, ...parts: TypedColumn[]) {
  const table = tableOf(...parts);
  return chooseTarget(alignTables(table, table, table), named, new RandomStream(1, 'target'));
}

const nameOf = (choice: ReturnType<typeof choose>) => choice.column?.schema.name;

describe('what is predicted unless someone says', () => {
  it('is what someone says, or has marked', () => {
    const { amount, plan, churn } = columns;
    expect(nameOf(choose('plan', amount, plan, churn))).toBe('plan');
    const marked = { ...plan, schema: { ...plan.schema, role: 'target' as const } };
    expect(nameOf(choose(null, amount, marked, churn))).toBe('plan');
  });

  it('is not an identifier, even if someone says so: the sentence tells why', () => {
    const choice = choose('id', columns.id, columns.amount);
    expect(choice.column).toBeNull();
    expect(choice.sentence()).toContain('identifiers');
    expect(choose('gone', columns.amount).column).toBeNull();
  });

  it('is a column whose name sounds like an outcome, wherever it stands, unless it has one value alone', () => {
    const { amount, plan, constant, churn } = columns;
    const choice = choose(null, churn, amount, plan, constant);
    expect(nameOf(choice)).toBe('customerChurn');
    expect(choice.sentence()).toContain('sounds like an outcome');
  });

  it('is else the last column with few categories that others say something about', () => {
    const { id, amount, plan, colour } = columns;
    expect(nameOf(choose(null, id, plan, amount, colour))).toBe('plan');
  });

  it('is else the last that can be predicted, never an identifier or a date', () => {
    const { id, colour } = columns;
    const day = numbers('day', draw(900), 0, 'date');
    expect(nameOf(choose(null, colour, numbers('noise', draw(900)), day, id))).toBe('noise');
    expect(choose(null, id, day).column).toBeNull();
  });

  it('cuts names into words at signs, digits and large letters', () => {
    expect(wordsOfName('two_year_recid2')).toEqual(['two', 'year', 'recid', '']);
    expect(wordsOfName('customerChurn')).toEqual(['customer', 'churn']);
  });
});
