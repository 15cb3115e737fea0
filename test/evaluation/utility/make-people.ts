import { RandomStream } from '../../../src/engine/random';
import type { TypedTable } from '../../../src/engine/typed-table';
import { categories, numbers, tableOf } from '../make-tables';

export interface PeopleOptions {
  /** How much of what is bought follows from age and plan, 0 … 1; the rest is chance. */
  readonly sense: number;
  /** How much less often people of group b buy. */
  readonly penalty: number;
}

/** Made-up people: what they buy depends on their age, plan and group; `noise` says nothing. */
export function makePeople(
  rows: number,
  seed: number,
  { sense = 1, penalty = 0 }: Partial<PeopleOptions> = {},
): TypedTable {
  const random = new RandomStream(seed, 'people');
  const people = Array.from({ length: rows }, () => {
    const age = 18 + random.int(60);
    const plan = ['basic', 'full', 'none'][random.int(3)];
    const group = random.float() < 0.6 ? 'a' : 'b';
    const pull =
      sense * ((age - 48) / 12 + (plan === 'full' ? 1.5 : 0)) -
      (group === 'b' ? penalty : 0) +
      random.normal();
    return { age, plan, group, noise: random.int(100), pull };
  });
  return tableOf(
    numbers(
      'age',
      people.map(({ age }) => age),
    ),
    categories(
      'plan',
      people.map(({ plan }) => plan),
    ),
    categories(
      'gender',
      people.map(({ group }) => group),
    ),
    numbers(
      'noise',
      people.map(({ noise }) => noise),
    ),
    numbers(
      'spent',
      people.map(({ pull }) => Math.round(100 * pull)),
      2,
    ),
    categories(
      'size',
      people.map(({ pull }) => (pull < -1 ? 'small' : pull < 1 ? 'middle' : 'large')),
    ),
    categories(
      'bought',
      people.map(({ pull }) => (pull > 0.3 ? 'yes' : 'no')),
    ),
  );
}

/** The table without the columns named. */
export function without(table: TypedTable, ...names: string[]): TypedTable {
  return { ...table, columns: table.columns.filter(({ schema }) => !names.includes(schema.name)) };
}
