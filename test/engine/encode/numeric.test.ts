import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnNumericCodec, numericCodecOptions } from '../../../src/engine/encode/learn-numeric';
import { RandomStream } from '../../../src/engine/random';

function learn(values: number[], resolution = 1) {
  const all = Float64Array.from(values);
  return learnNumericCodec(all, resolution, numericCodecOptions(all.length), new RandomStream(1, 'codec'));
}

/** Largest distance between two empirical distribution functions. */
function kolmogorovSmirnov(a: number[], b: number[]): number {
  const sortedA = [...a].sort((x, y) => x - y);
  const sortedB = [...b].sort((x, y) => x - y);
  const share = (sorted: number[], x: number) => sorted.filter((value) => value <= x).length / sorted.length;
  return Math.max(
    ...sortedA.filter((_, i) => i % 37 === 0).map((x) => Math.abs(share(sortedA, x) - share(sortedB, x))),
  );
}

describe('NumericCodec', () => {
  it('gives every value a code of its own where there are few and each is frequent', () => {
    const values = Array.from({ length: 2000 }, (_, i) => i % 40);
    const codec = learn(values);
    expect(codec.size).toBe(40);
    expect([...codec.isAtom].every((atom) => atom === 1)).toBe(true);
    const random = new RandomStream(2, 'decode');
    for (let value = 0; value < 40; value++) expect(codec.decode(codec.encode(value), random)).toBe(value);
  });

  it('keeps codes in the order of the values', () => {
    const random = new RandomStream(3, 'values');
    const codec = learn(Array.from({ length: 6000 }, () => Math.round(1000 * random.normal())));
    const codes = Array.from({ length: 200 }, (_, i) => codec.encode(-2000 + 20 * i));
    expect(codes).toEqual([...codes].sort((a, b) => a - b));
  });

  it('gives a spike a code of its own, and never draws the spike from a range around it', () => {
    const random = new RandomStream(4, 'values');
    const values = Array.from({ length: 20_000 }, (_, i) =>
      i % 3 === 0 ? 999 : Math.floor(2000 * random.float()),
    );
    const codec = learn(values);
    const spike = codec.encode(999);
    expect(codec.isAtom[spike]).toBe(1);
    const around = codec.encode(998);
    const draws = Array.from({ length: 500 }, () => codec.decode(around, random));
    expect(draws).not.toContain(999);
  });

  it('draws the distribution it learnt, at its resolution and within its range', () => {
    const random = new RandomStream(5, 'values');
    const values = Array.from({ length: 8000 }, () => Math.round(100 * Math.exp(random.normal())) / 100);
    const codec = learn(values, 0.01);
    const drawn = values.map((value) => codec.decode(codec.encode(value), random));
    expect(kolmogorovSmirnov(values, drawn)).toBeLessThan(0.01);
    for (const value of drawn) {
      expect(value).toBe(Math.round(value * 100) / 100);
      expect(value).toBeGreaterThanOrEqual(codec.minimum);
      expect(value).toBeLessThanOrEqual(codec.maximum);
    }
  });

  it('keeps to the grid its values lie on', () => {
    const random = new RandomStream(7, 'values');
    const halfHour = 1_800_000;
    const codec = learn(Array.from({ length: 5000 }, () => halfHour * Math.floor(20_000 * random.float())));
    for (let code = 0; code < codec.size; code++) expect(codec.decode(code, random) % halfHour).toBe(0);
  });

  it('draws numbers of a hundred and more fraction digits, and of hundreds before the point', () => {
    const random = new RandomStream(8, 'values');
    const values = Array.from(
      { length: 500 },
      (_, i) => (1 + random.float()) * 10 ** (i % 2 === 0 ? 290 : -80),
    );
    const codec = learn(values, 1e-100);
    for (const value of values) {
      const drawn = codec.decode(codec.encode(value), random);
      expect(drawn).toBeGreaterThan(0);
      expect(drawn).toBeLessThanOrEqual(codec.maximum);
    }
  });

  it('cuts a small table so coarsely that no cell tells of a single row', () => {
    const random = new RandomStream(6, 'values');
    const codec = learn(
      Array.from({ length: 330 }, () => random.normal()),
      1e-9,
    );
    expect(codec.size).toBeLessThanOrEqual(16);
  });

  it('has a code for missing cells exactly when some are missing', () => {
    expect(learn([1, 2, 3]).missingCode).toBe(-1);
    const codec = learn([1, Number.NaN, 3]);
    expect(codec.encode(Number.NaN)).toBe(codec.missingCode);
    expect(codec.decode(codec.missingCode, new RandomStream(1, 'd'))).toBeNaN();
  });

  it('survives columns that are all missing, constant or a single row', () => {
    expect(learn([Number.NaN, Number.NaN]).size).toBe(1);
    const constant = learn([7, 7, 7]);
    expect(constant.decode(constant.encode(7), new RandomStream(1, 'd'))).toBe(7);
    expect(learn([5]).size).toBeGreaterThanOrEqual(1);
  });

  it('decodes any learnt value to within the range, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 400 }),
        (values) => {
          const codec = learn(values);
          const random = new RandomStream(1, 'property');
          for (const value of values) {
            const code = codec.encode(value);
            expect(code).toBeGreaterThanOrEqual(0);
            expect(code).toBeLessThan(codec.size);
            const drawn = codec.decode(code, random);
            expect(Number.isInteger(drawn)).toBe(true);
            expect(drawn).toBeGreaterThanOrEqual(codec.minimum);
            expect(drawn).toBeLessThanOrEqual(codec.maximum);
            if (codec.isAtom[code] === 1) expect(drawn).toBe(value);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
