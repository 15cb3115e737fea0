import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdentifierMaker, learnIdentifier } from '../../../src/engine/encode/identifier';
import { RandomStream } from '../../../src/engine/random';
import { categorical } from '../analyze/columns';

function make(texts: readonly (string | null)[], count: number, seed = 1): string[] {
  const model = structuredClone(learnIdentifier(categorical(texts, 'identifier')));
  return rows(count, createIdentifierMaker(model, seed, 'identifiers'));
}

function rows<T>(count: number, of: (row: number) => T): T[] {
  return Array.from({ length: count }, (_, row) => of(row));
}

/** Hexadecimal digits that look random and depend on the number alone. */
function hexOf(number: number, digits: number): string {
  const random = new RandomStream(number, 'hex');
  return rows(digits, () => random.int(16).toString(16)).join('');
}

describe('made identifiers', () => {
  it('have the digits, letters and marks where real ones have them', () => {
    const real = rows(
      300,
      (i) => `${1000 + i * 7}-${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[i % 26]}QX${i % 2 ? 'Z' : 'Y'}`,
    );
    for (const text of make(real, 500)) expect(text).toMatch(/^[1-3]\d{3}-[A-Z]QX[YZ]$/);
  });

  it('are UUIDs of the same version', () => {
    const real = rows(
      50,
      (i) =>
        `${hexOf(i, 8)}-${hexOf(i + 99, 4)}-4${hexOf(i, 3)}-${'89ab'[i % 4]}${hexOf(i, 3)}-${hexOf(i, 12)}`,
    );
    for (const text of make(real, 200)) {
      expect(text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('count rows on where real ones count rows', () => {
    expect(
      make(
        rows(100, (i) => String(i + 1)),
        3,
      ),
    ).toEqual(['1', '2', '3']);
    expect(
      make(
        rows(100, (i) => String(i)),
        3,
      ),
    ).toEqual(['0', '1', '2']);
  });

  it('continue a sequence with a prefix, padded as it is, after a gap that hides its length', () => {
    const made = make(
      rows(100, (i) => `INV-${String(i + 1).padStart(4, '0')}`),
      3,
    );
    expect(made.every((text) => /^INV-\d{4}$/.test(text))).toBe(true);
    const counts = made.map((text) => Number(text.slice(4)));
    expect(counts).toEqual([counts[0], counts[0] + 1, counts[0] + 2]);
    expect(counts[0]).toBeGreaterThan(101);
    const [first] = make(
      rows(99, (i) => `${String(i + 1).padStart(2, '0')}/A`),
      1,
    );
    expect(first).toMatch(/^1\d\d\/A$/);
  });

  it('stay among the real numbers and are none of them', () => {
    const real = rows(400, (i) => String(470_000 + i * 3));
    const made = make(real, 600).map(Number);
    expect(Math.min(...made)).toBeGreaterThanOrEqual(470_000);
    expect(Math.max(...made)).toBeLessThan(471_200);
    expect(made.some((value) => (value - 470_000) % 3 === 0 && value <= 471_197)).toBe(false);
  });

  it('become longer when their shape has no room left', () => {
    const real = rows(30, (i) => `${'ABC'[i % 3]}-${i % 10}${i % 2 ? 'x' : 'y'}`);
    const made = make(real, 20_000);
    expect(new Set(made).size).toBe(20_000);
  });

  it('repeat as real keys do', () => {
    const real = rows(1000, (i) => rows((i % 4) + 1, () => `K${i * 37}-z`)).flat();
    const made = make(real, 50_000);
    const counts = new Map<string, number>();
    for (const key of made) counts.set(key, (counts.get(key) ?? 0) + 1);
    const sizes = rows(
      4,
      (i) => [...counts.values()].filter((count) => count === i + 1).length / counts.size,
    );
    for (const share of sizes) expect(Math.abs(share - 0.25)).toBeLessThan(0.02);
    expect(made.filter((key, i) => i > 0 && key !== made[i - 1]).length).toBe(counts.size - 1);
  });

  it('lie scattered where real keys do', () => {
    const made = make(
      rows(2000, (i) => `K${(i % 500) * 37}-z`),
      10_000,
    );
    expect(made.filter((key, i) => i > 0 && key === made[i - 1]).length).toBeLessThan(1000);
  });

  it('are e-mail addresses at domains that nobody owns', () => {
    const real = rows(80, (i) => `${'abcdefgh'[i % 8]}nn.${'klmnopqrst'[i % 10]}ee${i}@firm${i % 3}.test`);
    const made = make(real, 3000);
    for (const text of made) expect(text).toMatch(/^[^\s@]+@example\.(com|org|net)$/);
    expect(new Set(made).size).toBe(3000);
  });

  it('do not carry a real identifier over from a shape that few share', () => {
    const real = [...rows(100, (i) => `A${100 + i}`), 'Smith-1978'];
    for (const text of make(real, 500)) expect(text).toMatch(/^A\d+$/);
    for (const text of make(['Smith-1978', 'Jones-2001x'], 50))
      expect(text).not.toMatch(/Smith|Jones|1978|2001/);
  });

  it('are made from nothing too', () => {
    expect(new Set(make([null], 1000)).size).toBe(1000);
  });

  it('never repeat and are never real, whatever the real ones are', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.stringMatching(/^[A-Z]{2}-\d{1,5}$/),
      fc.integer({ min: 0 }).map(String),
      fc.uuid(),
    );
    const reals = fc.uniqueArray(text, { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(reals, fc.integer({ min: 0, max: 1e6 }), (real, seed) => {
        const isRowNumbers = real.every((_, i) => real.includes(String(i)) || real.includes(String(i + 1)));
        const made = make(real, 400, seed);
        expect(new Set(made).size).toBe(400);
        if (!isRowNumbers) expect(made.filter((value) => real.includes(value))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('follow from the seed alone', () => {
    const real = rows(300, (i) => `${i * 17}-QX`);
    expect(make(real, 50, 7)).toEqual(make(real, 50, 7));
    expect(make(real, 50, 7)).not.toEqual(make(real, 50, 8));
  });
});

describe('identifiers of different blocks', () => {
  const shapes: [string, string[]][] = [
    ['numbers that follow each other', rows(500, (i) => `INV-${String(i + 1).padStart(4, '0')}`)],
    ['numbers of a narrow range', rows(400, (i) => String(470_000 + i * 3))],
    ['few templates', rows(300, (i) => `${i % 2 ? 'AB' : 'C-'}${1000 + i * 7}${'xyz'[i % 3]}`)],
    ['templates that lengthen into each other', rows(60, (i) => 'K' + String(10 ** (1 + (i % 4)) + i))],
    ['no common shape', ['Smith-1978', 'JONES-2001']],
    [
      'UUIDs',
      rows(50, (i) => `${hexOf(i, 8)}-${hexOf(i + 99, 4)}-4${hexOf(i, 3)}-8${hexOf(i, 3)}-${hexOf(i, 12)}`),
    ],
    ['e-mail addresses', rows(80, (i) => `${'abcdefgh'[i % 8]}nn${i}@firm${i % 3}.test`)],
    ['keys that repeat', rows(1000, (i) => `K${Math.floor(i / 3) * 37}-z`)],
  ];
  /** Rows at the end of one block, in the next, and far on. */
  const asked = [65_000, 65_536, 131_072, 6_553_600].flatMap((from) => rows(1500, (i) => from + i));

  it.each(shapes)('are none of each other: %s', (_, real) => {
    const model = learnIdentifier(categorical(real, 'identifier'));
    const blocks = new Map<string, Set<number>>();
    const make = createIdentifierMaker(model, 4, 'identifiers');
    for (const row of asked) {
      const text = make(row);
      blocks.set(text, (blocks.get(text) ?? new Set()).add(Math.floor(row / 65_536)));
    }
    for (const own of blocks.values()) expect(own.size).toBe(1);
    if (new Set(real).size === real.length) expect(blocks.size).toBe(asked.length);
    expect([...blocks.keys()].filter((text) => real.includes(text))).toEqual([]);
  });

  it.each(shapes)('do not hang on the blocks before: %s', (_, real) => {
    const model = learnIdentifier(categorical(real, 'identifier'));
    const through = createIdentifierMaker(model, 4, 'identifiers');
    rows(70_000, through);
    const begun = createIdentifierMaker(model, 4, 'identifiers');
    const third = (make: (row: number) => string) => rows(200, (i) => make(131_072 + i));
    expect(third(begun)).toEqual(third(through));
  });
});

describe('learnIdentifier', () => {
  it('keeps no identifier in its model', () => {
    const real = rows(100, (i) => `${hexOf(i, 10)}`);
    const text = JSON.stringify(learnIdentifier(categorical(real, 'identifier')));
    for (const value of real) expect(text).not.toContain(value);
  });
});
