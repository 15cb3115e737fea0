import { describe, expect, it } from 'vitest';
import { inferColumn } from '../../../src/engine/analyze/infer-schema';
import { profileColumn } from '../../../src/engine/analyze/profile';
import { RandomStream } from '../../../src/engine/random';
import { drawDigits } from '../../../src/engine/sensitive/official-number';
import { officialNames, officialNumbers } from '../../../src/engine/sensitive/official-numbers';
import { numberColumn, textColumn } from '../analyze/columns';

/** What is found in a text column of that name. */
function findIn(texts: readonly string[], name = 'column') {
  const column = textColumn(texts, name);
  return profileColumn(column, inferColumn(column));
}

function drawn(count: number, draw: (random: RandomStream) => string): string[] {
  const random = new RandomStream(7, 'texts');
  return Array.from({ length: count }, () => draw(random));
}

/** As given out, so that they have the form: a valid number of each sort for those whose made ones have another beginning. */
const issued: Readonly<Record<string, (random: RandomStream) => string>> = {
  'payment-card': (random) => validOf('payment-card', `4${drawDigits(random, 14)}`),
  'us-ssn': (random) => `${100 + random.int(400)}-${10 + random.int(80)}-${1000 + random.int(8000)}`,
  'gb-nino': (random) => `AB ${drawDigits(random, 2)} ${drawDigits(random, 2)} ${drawDigits(random, 2)} C`,
  'in-aadhaar': (random) => validOf('in-aadhaar', `2${drawDigits(random, 10)}`),
};

function validOf(name: 'payment-card' | 'in-aadhaar', body: string): string {
  const found = Array.from('0123456789', (digit) => body + digit).find((text) =>
    officialNumbers[name].isValid(text),
  );
  return found ?? '';
}

describe('official numbers', () => {
  it.each(officialNames)(
    '%s is found by its check digits, or by a form that is its own, whatever the column is called',
    (name) => {
      const make = issued[name] ?? ((random: RandomStream) => officialNumbers[name].make(random));
      const { schema, finding, warnings } = findIn(drawn(200, make));
      expect(finding).toMatchObject({ matter: name, by: 'values' });
      expect(schema).toMatchObject({ kind: 'identifier', matter: name });
      expect(warnings.map(({ code }) => code)).toContain('identifies-people');
    },
  );

  it('are not seen in random digits, of which one in ten or eleven passes by chance', () => {
    for (const digits of [8, 9, 10, 11, 12, 13, 15, 16]) {
      const random = drawn(1000, (stream) => String(1 + stream.int(9)) + drawDigits(stream, digits - 1));
      expect([digits, findIn(random).finding]).toEqual([digits, null]);
    }
  });

  it('are found in a column of numbers, and in one where a few are mistyped', () => {
    const numbers = drawn(300, (random) => officialNumbers['us-npi'].make(random)).map(Number);
    expect(inferColumn(numberColumn(numbers))).toMatchObject({ kind: 'identifier', matter: 'us-npi' });
    const typed = drawn(300, (random) => officialNumbers['nl-bsn'].make(random));
    const { finding } = findIn(
      typed.map((text, i) => (i % 20 === 0 ? drawDigits(new RandomStream(i, 'x'), 9) : text)),
    );
    expect(finding).toMatchObject({ matter: 'nl-bsn' });
    expect(finding?.validShare).toBeGreaterThan(0.94);
  });

  it('need the name where there is nothing to check', () => {
    const texts = drawn(100, (random) => String(100_000_000 + random.int(500_000_000)));
    expect(findIn(texts).finding).toBeNull();
    expect(findIn(texts, 'ssn').finding).toMatchObject({ matter: 'us-ssn' });
  });

  it('are made anew though each stands in many rows', () => {
    const few = drawn(12, (random) => officialNumbers['us-npi'].make(random));
    const rows = Array.from({ length: 1200 }, (_, row) => few[row % 12]);
    expect(findIn(rows).schema.kind).toBe('identifier');
  });
});

describe('what is found by the form of the texts', () => {
  const cases: readonly [string, (random: RandomStream) => string][] = [
    ['email', (random) => `a${random.int(1e6)}@firm.co.uk`],
    ['ip', (random) => Array.from({ length: 4 }, () => random.int(256)).join('.')],
    ['ip', (random) => `2a02:${random.int(65536).toString(16)}:12af::${random.int(65536).toString(16)}`],
    [
      'mac',
      (random) => Array.from({ length: 6 }, () => random.int(256).toString(16).padStart(2, '0')).join(':'),
    ],
    ['url', (random) => `https://people.example.edu/~u${random.int(1e6)}`],
    ['coordinates', (random) => `${(48 + random.float()).toFixed(5)}, ${(11 + random.float()).toFixed(5)}`],
    ['phone', (random) => `+49 30 ${1_000_000 + random.int(9_000_000)}`],
  ];
  it.each(cases)('%s', (matter, draw) => {
    expect(findIn(drawn(200, draw)).finding).toMatchObject({ matter, by: 'values' });
  });
});

describe('names', () => {
  const given = 'James Mary Robert Linda Piotr Agnieszka Hans Ursula Sergei Olga'.split(' ');
  const family = 'Brown Quill Nowak Vogel Duval Rossi Lindt'.split(' ');
  const person = (random: RandomStream) => `${given[random.int(10)]} ${family[random.int(7)]}`;

  it('are found by what the texts are, whatever the column is called', () => {
    const { finding } = findIn(
      drawn(200, (random) => `${person(random)}${random.int(2) ? '' : ' Jr'}`),
      'kontakt',
    );
    expect(finding).toMatchObject({ matter: 'name', by: 'values' });
  });

  it('are found within running text, with the share of texts that hold one', () => {
    const texts = drawn(300, (random) => {
      const note = `Called about delivery ${random.int(1e6)}, wants it left at the back door`;
      return random.int(10) === 0 ? `${note}; spoke to Mrs ${family[random.int(7)]}.` : `${note}.`;
    });
    const { finding, warnings } = findIn(texts, 'remarks');
    expect(finding?.matter).toBe('people-in-text');
    expect(finding?.share).toBeGreaterThan(0.05);
    expect(finding?.share).toBeLessThan(0.2);
    expect(warnings[0].message).toMatch(/texts looked at name people/);
  });

  it('are not seen in makes, places and running text about things', () => {
    const things = ['Red Oak', 'Blue Lake', 'Green Valley', 'Old Mill', 'Silver Creek', 'White River'];
    expect(findIn(drawn(200, (random) => `${things[random.int(6)]} ${random.int(900)}`)).finding).toBeNull();
    const prose = drawn(
      200,
      (random) => `The pump in hall ${random.int(1e5)} was cleaned and put back again`,
    );
    expect(findIn(prose).finding).toBeNull();
  });
});

describe('places and times', () => {
  it('are found by name and range: dates of birth, and coordinates finer than a kilometre', () => {
    const dates = drawn(100, (random) => `19${10 + random.int(89)}-0${1 + random.int(9)}-1${random.int(10)}`);
    expect(findIn(dates, 'date_of_birth').finding).toMatchObject({ matter: 'birth-date', by: 'name' });
    expect(findIn(dates, 'delivered').finding).toBeNull();
    const random = new RandomStream(1, 'degrees');
    const degrees = (digits: number) =>
      Array.from({ length: 99 }, () => Number((47 + random.float()).toFixed(digits)));
    const of = (values: number[], name: string, digits: number) => {
      const column = numberColumn(values, name, [digits, digits]);
      return profileColumn(column, inferColumn(column)).finding;
    };
    expect(of(degrees(4), 'lat', 4)).toMatchObject({ matter: 'latitude' });
    expect(of(degrees(2), 'lat', 2)).toBeNull();
    expect(of(degrees(4), 'plate', 4)).toBeNull();
  });
});
