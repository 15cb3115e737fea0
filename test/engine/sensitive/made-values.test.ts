import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdentifierMaker, learnIdentifier } from '../../../src/engine/encode/identifier';
import { RandomStream } from '../../../src/engine/random';
import type { Matter } from '../../../src/engine/sensitive/matters';
import { compactText, drawDigits, type OfficialNumber } from '../../../src/engine/sensitive/official-number';
import { officialNames, officialNumbers } from '../../../src/engine/sensitive/official-numbers';
import { categorical } from '../analyze/columns';

function makeFrom(real: readonly string[], matter: Matter, count: number, seed = 1): string[] {
  const column = categorical(real, 'identifier');
  const model = structuredClone(learnIdentifier({ ...column, schema: { ...column.schema, matter } }));
  const make = createIdentifierMaker(model, seed, 'made');
  return Array.from({ length: count }, (_, row) => make(row));
}

function drawn(count: number, draw: (random: RandomStream) => string): string[] {
  const random = new RandomStream(7, 'texts');
  return Array.from({ length: count }, () => draw(random));
}

describe('official numbers made in place of real ones', () => {
  it.each(officialNames)(
    '%s: pass their own check digits, are all different, and none is a real one',
    (name) => {
      const number: OfficialNumber = officialNumbers[name];
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          // The hardest case: real ones from the very range that made ones are drawn from. One that came twice would say that
          // several rows share a key.
          const source = new RandomStream(seed, 'made');
          const real = [...new Set(Array.from({ length: 40 }, () => number.make(source)))];
          const made = makeFrom(real, name, 60, seed);
          expect(new Set(made).size).toBe(60);
          const known = new Set(real.map(compactText));
          for (const text of made.map(compactText)) {
            expect(known.has(text)).toBe(false);
            if (name !== 'us-ssn') expect([text, number.isValid(text)]).toEqual([text, true]);
          }
        }),
        { numRuns: 20, examples: [[2147483617]] },
      );
    },
  );

  it('are written as the real ones are', () => {
    const cards = drawn(
      50,
      (random) =>
        `4${drawDigits(random, 3)} ${drawDigits(random, 4)} ${drawDigits(random, 4)} ${drawDigits(random, 4)}`,
    );
    for (const text of makeFrom(cards, 'payment-card', 50)) expect(text).toMatch(/^9999( \d{4}){3}$/);
    const born = drawn(50, (random) => `19${officialNumbers['se-pnr'].make(random)}`).map(
      (text) => `${text.slice(0, 8)}-${text.slice(8)}`,
    );
    for (const text of makeFrom(born, 'se-pnr', 50)) expect(text).toMatch(/^19\d{6}-\d{4}$/);
    const codes = drawn(50, (random) => officialNumbers['it-cf'].make(random).toLowerCase());
    for (const text of makeFrom(codes, 'it-cf', 50)) expect(text).toMatch(/^[a-z]{6}\d\d[a-z]\d\dz999[a-z]$/);
  });

  it('are IBANs of the same countries, of a bank that there is not', () => {
    const british = drawn(
      30,
      (random) =>
        `GB${10 + random.int(89)} WEST ${drawDigits(random, 4)} ${drawDigits(random, 4)} ${drawDigits(random, 4)} ${drawDigits(random, 2)}`,
    );
    const german = drawn(
      30,
      (random) =>
        `DE${10 + random.int(89)} 3704 0044 ${drawDigits(random, 4)} ${drawDigits(random, 4)} ${drawDigits(random, 2)}`,
    );
    const made = makeFrom([...british, ...german], 'iban', 200);
    for (const text of made) {
      expect(text).toMatch(/^(?:GB\d\d XXXX|DE\d\d 0000) \d{4} \d{4} \d{4} \d{2}$/);
      expect(officialNumbers.iban.isValid(compactText(text))).toBe(true);
    }
    expect(made.filter((text) => text.startsWith('GB')).length).toBeGreaterThan(60);
  });
});

describe('ways to reach people and devices', () => {
  it('are telephone numbers kept for fiction, written as the real ones are', () => {
    const cases: readonly [(random: RandomStream) => string, RegExp][] = [
      [
        (random) => `(${212 + random.int(9)}) 678-${1000 + random.int(9000)}`,
        /^\([2-9][0-8][2-9]\) 555-01\d\d$/,
      ],
      [
        (random) => `+1 ${212 + random.int(9)} 678 ${1000 + random.int(9000)}`,
        /^\+1 [2-9][0-8][2-9] 555 01\d\d$/,
      ],
      [(random) => `07${drawDigits(random, 3)} ${drawDigits(random, 6)}`, /^07700 900\d{3}$/],
      [(random) => `+44 20 ${drawDigits(random, 4)} ${drawDigits(random, 4)}`, /^\+44 20 7946 0\d{3}$/],
      [(random) => `06 ${[1, 2, 3, 4].map(() => drawDigits(random, 2)).join(' ')}`, /^06 39 98( \d\d){2}$/],
      [(random) => `+49 30 ${drawDigits(random, 8)}`, /^\+49 30 23125\d{3}$/],
    ];
    for (const [draw, form] of cases) {
      for (const text of makeFrom(drawn(60, draw), 'phone', 40)) expect(text).toMatch(form);
    }
  });

  it('go on when the numbers kept for fiction are used up', () => {
    const made = makeFrom(
      drawn(60, (random) => `07${drawDigits(random, 9)}`),
      'phone',
      3000,
    );
    expect(new Set(made).size).toBe(3000);
    for (const text of made) expect(text).toMatch(/^0\d{10}$/);
  });

  it('are internet addresses for documentation, and beyond 768 of them such as nobody has', () => {
    const real = drawn(100, (random) => Array.from({ length: 4 }, () => random.int(256)).join('.'));
    const made = makeFrom(real, 'ip', 3000);
    expect(new Set(made).size).toBe(3000);
    for (const text of made) {
      expect(text).toMatch(/^(?:192\.0\.2|198\.51\.100|203\.0\.113|198\.1[89]\.\d+|2[45]\d\.\d+\.\d+)\.\d+$/);
    }
    const long = drawn(100, (random) => `2a02:12::${random.int(65_536).toString(16)}`);
    for (const text of makeFrom(long, 'ip', 20)) expect(text).toMatch(/^2001:db8(?::[0-9a-f]{1,4}){6}$/);
  });

  it('are card addresses that no maker gives, and web addresses on a host for examples', () => {
    const cards = drawn(100, (random) =>
      Array.from({ length: 6 }, () => random.int(256).toString(16).padStart(2, '0').toUpperCase()).join('-'),
    );
    for (const text of makeFrom(cards, 'mac', 20)) expect(text).toMatch(/^02(?:-[0-9A-F]{2}){5}$/);
    const pages = drawn(100, (random) => `https://uni.test/~smith${random.int(1e6)}/index`);
    for (const text of makeFrom(pages, 'url', 20)) {
      expect(text).toMatch(/^https:\/\/example\.org\//);
      expect(text).not.toMatch(/smith/);
    }
  });
});
