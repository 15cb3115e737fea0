import { RandomStream } from '../../../../src/engine/random';
import type { TypedTable } from '../../../../src/engine/typed-table';
import { numbers, tableOf, texts } from '../../typed-columns';

export const cities = ['Aa', 'Bee', 'Cey', 'Dee'];

/**
 * A table in which every kind of code occurs: a city decides its postcode; three rare marks that are independent, and a
 * score that counts them; a bill in cents that is often paid to the cent; a stay that ends after it began; notes, empty in
 * half the rows; an age, sometimes missing.
 */
export function makeClinic(rows: number, seed: number): TypedTable {
  const random = new RandomStream(seed, 'clinic');
  const make = <Cell>(cell: (row: number) => Cell) => Array.from({ length: rows }, (_, row) => cell(row));
  const city = make(() => cities[Math.min(3, random.int(5))]);
  const marks = [0, 1, 2].map(() => make(() => (random.int(10) === 0 ? 'yes' : 'no')));
  const marked = (row: number) => marks.filter((mark) => mark[row] === 'yes').length;
  const bill = make(() => Math.round(100 * Math.exp(4 + random.normal())) / 100);
  const begin = make(() => 86_400_000 * random.int(365) + 60_000 * random.int(1440));
  return tableOf(
    texts(
      'id',
      make((row) => `C${10_000 + 7 * row}`),
      'identifier',
    ),
    texts('city', city),
    texts(
      'postcode',
      city.map((name) => `${10 + cities.indexOf(name)}00`),
    ),
    texts('first', marks[0]),
    texts('second', marks[1]),
    texts('third', marks[2]),
    numbers(
      'score',
      make((row) => 20 * marked(row) + Math.min(9, Math.floor(3 + 2 * random.normal()))),
    ),
    numbers(
      'age',
      make(() => (random.int(12) === 0 ? Number.NaN : 18 + random.int(70))),
    ),
    numbers('bill', bill, 2),
    numbers(
      'paid',
      bill.map((cost) => (random.int(2) === 0 ? cost : Math.round(60 * cost * random.float()) / 100)),
      2,
    ),
    numbers('begin', begin, 0, 'datetime'),
    numbers(
      'end',
      begin.map((time) => time + 60_000 * (5 + random.int(2000))),
      0,
      'datetime',
    ),
    texts(
      'note',
      make((row) => (row % 2 ? `Seen on day ${row}, all well.` : null)),
      'text',
    ),
  );
}
