import { describe, expect, it } from 'vitest';
import { findSums } from '../../../../src/engine/encode/sums/find-sums';
import { RandomStream } from '../../../../src/engine/random';
import { numbers, tableOf } from '../../typed-columns';

const rows = 4000;
const draw = <Cell>(make: (random: RandomStream) => Cell, name: string) => {
  const random = new RandomStream(4, name);
  return Array.from({ length: rows }, () => make(random));
};
const amounts = (name: string, middle = 6) =>
  draw((random) => Math.round(Math.exp(middle + random.normal())), name);

describe('findSums', () => {
  it('finds a total, whichever column stands first', () => {
    const [fare, tip, tolls] = ['fare', 'tip', 'tolls'].map((name) => amounts(name));
    const total = fare.map((value, row) => value + tip[row] + tolls[row] + 3);
    const columns = [
      numbers('total', total),
      numbers('fare', fare),
      numbers('tip', tip),
      numbers('tolls', tolls),
    ];
    const [sum, ...more] = findSums(tableOf(...columns), [0, 1, 2, 3]);
    expect(more).toEqual([]);
    const signed = new Map([
      [sum.target, 1],
      ...sum.terms.map(({ index, sign }): [number, number] => [index, -sign]),
    ]);
    const scale = signed.get(0) as number;
    expect([0, 1, 2, 3].map((index) => (signed.get(index) as number) * scale)).toEqual([1, -1, -1, -1]);
  });

  it('writes a balance as the one before, less what was paid, for what is bought hangs on neither', () => {
    const before = amounts('before', 10);
    const paid = amounts('paid', 8);
    const bought = amounts('bought', 7);
    const after = before.map((value, row) => value - paid[row] + bought[row]);
    const columns = [numbers('after', after), numbers('before', before), numbers('paid', paid)];
    const [sum] = findSums(tableOf(...columns), [0, 1, 2]);
    expect(sum.target).toBe(0);
    expect([...sum.terms].sort((a, b) => a.index - b.index)).toEqual([
      { index: 1, sign: 1 },
      { index: 2, sign: -1 },
    ]);
  });

  it('finds none among columns that only go together', () => {
    const one = draw((random) => Math.round(1000 * random.normal()), 'one');
    const noise = draw((random) => Math.round(900 * random.normal()), 'noise');
    const two = one.map((value, row) => Math.round(0.5 * value + noise[row]));
    expect(
      findSums(tableOf(numbers('one', one), numbers('two', two), numbers('noise', amounts('x'))), [0, 1, 2]),
    ).toEqual([]);
  });

  it('has nothing to say of missing, constant or few cells', () => {
    const nothing = numbers('nothing', new Array<number>(rows).fill(Number.NaN));
    const same = numbers('same', new Array<number>(rows).fill(7));
    expect(findSums(tableOf(nothing, same, numbers('one', amounts('one'))), [0, 1, 2])).toEqual([]);
    expect(findSums(tableOf(numbers('a', [1, 2]), numbers('b', [1, 2])), [0, 1])).toEqual([]);
  });
});
