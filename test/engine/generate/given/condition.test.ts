import { describe, expect, it } from 'vitest';
import { resolveConditions } from '../../../../src/engine/generate/given/allowed-values';
import { conditionText, parseCondition } from '../../../../src/engine/generate/given/condition';
import { contains } from '../../../../src/engine/generate/given/intervals';
import { numbers, tableOf, texts } from '../../typed-columns';

const table = tableOf(
  texts('sex', ['f', 'm', 'f', 'x', 'm', null]),
  numbers('age', [20, 30, 40, 50, 60, Number.NaN]),
  texts('id', ['a', 'b', 'c', 'd', 'e', 'f'], 'identifier'),
  texts('income', ['<=50K', '>50K', '>50K', 'a|b', '<=50K', null]),
  numbers('born', [0, 1, 2, 3, 4, 5], 0, 'date'),
  texts('income>', ['u', 'v', 'u', 'v', 'u', 'v']),
);

const parse = (text: string) => parseCondition(text, table.columns);
const resolve = (...conditions: string[]) => resolveConditions(conditions.map(parse), table.columns);
const allowedOf = (...conditions: string[]) => [...resolve(...conditions).values()][0].allowed;

describe('parseCondition', () => {
  it.each([
    ['sex=f', 'sex', 'is', ['f']],
    ['sex=f|m', 'sex', 'is', ['f', 'm']],
    ['sex!=f', 'sex', 'is-not', ['f']],
    ['income=>50K', 'income', 'is', ['>50K']],
    ['income=a|b', 'income', 'is', ['a|b']],
    ['age>=30', 'age', 'at-least', ['30']],
    ['age <= 30', 'age', 'at-most', [' 30']],
    ['age>30', 'age', 'above', ['30']],
    ['age<30', 'age', 'below', ['30']],
    ['income>=u', 'income>', 'is', ['u']],
    ['age is missing', 'age', 'missing', []],
    ['id is not missing', 'id', 'filled', []],
  ])('reads %s', (text, column, test, values) => {
    expect(parse(text)).toEqual({ column, test, values });
  });

  it.each(['sex=f|m', 'age!=3', 'age>=30', 'age is missing', 'id is not missing'])(
    'writes %s as it was read',
    (text) => expect(conditionText(parse(text))).toBe(text),
  );

  it.each(['height=3', 'age', 'age ~ 3', '=3'])('refuses %s and says what can be written', (text) => {
    expect(() => parse(text)).toThrow(/not a condition on a kept column: write column=value/);
  });
});

describe('resolveConditions', () => {
  it('gives categories by name, all but those named, and missing cells only where asked for', () => {
    expect(allowedOf('sex=f|x')).toMatchObject({ labels: new Set(['f', 'x']), missing: false });
    expect(allowedOf('sex!=f')).toMatchObject({ labels: new Set(['m', 'x']), missing: false });
    expect(allowedOf('sex is missing')).toMatchObject({ filled: false, missing: true });
    expect(allowedOf('sex is not missing')).toMatchObject({ labels: new Set(['f', 'm', 'x']) });
  });

  it('takes a missing token for a missing cell', () => {
    expect(allowedOf('sex=')).toMatchObject({ filled: false, missing: true });
    expect(allowedOf('sex=f|')).toMatchObject({ labels: new Set(['f']), filled: true, missing: true });
    expect(allowedOf('age!=')).toMatchObject({ filled: true, missing: false });
  });

  it('cuts ranges at their ends, with and without them', () => {
    const inside = (value: number, ...conditions: string[]) =>
      contains(allowedOf(...conditions).intervals, value);
    expect([29, 30, 31].map((age) => inside(age, 'age>=30'))).toEqual([false, true, true]);
    expect([29, 30, 31].map((age) => inside(age, 'age>30'))).toEqual([false, false, true]);
    expect([29, 30, 31].map((age) => inside(age, 'age<30'))).toEqual([true, false, false]);
    expect([29, 30, 31].map((age) => inside(age, 'age!=30'))).toEqual([true, false, true]);
    expect([29, 30, 31].map((age) => inside(age, 'age>=30', 'age<=30'))).toEqual([false, true, false]);
    expect([29, 30, 31].map((age) => inside(age, 'age=29|31', 'age>=30'))).toEqual([false, false, true]);
  });

  it('reads dates as the file writes them', () => {
    expect(allowedOf('born>=1970-01-03').intervals[0].low).toBe(2);
  });

  it.each([
    [['sex>=f'], /no order/],
    [['sex=q'], /no such category/],
    [['age=old'], /does not fit the column's kind \(integer\)/],
    [['born>=3'], /written yyyy-MM-dd/],
    [['id=a'], /made anew/],
    [['age>=30', 'age<=20'], /"age>=30" and "age<=20" leave no value of age/],
    [['sex=f', 'sex=m'], /leave no value of sex/],
    [['sex=f', 'sex is missing'], /leave no value of sex/],
  ])('refuses %s and says why', (conditions, reason) => {
    expect(() => resolve(...conditions)).toThrow(reason);
  });
});
