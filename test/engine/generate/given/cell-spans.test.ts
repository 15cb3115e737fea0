import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnNumericCodec } from '../../../../src/engine/encode/learn-numeric';
import { drawWithin, partWithin } from '../../../../src/engine/generate/given/cell-spans';
import {
  contains,
  except,
  intersect,
  nextAbove,
  nextBelow,
} from '../../../../src/engine/generate/given/intervals';
import { RandomStream } from '../../../../src/engine/random';

const random = new RandomStream(1, 'values');
/** Skewed amounts in cents; one in eight is exactly 20. */
const values = Float64Array.from({ length: 4000 }, () =>
  random.int(8) === 0 ? 20 : Math.round(100 * Math.exp(3 + random.normal())) / 100,
);
const codec = learnNumericCodec(values, 0.01, { cells: 24, rowsPerTailCell: 50 }, random);
const anyInterval = fc
  .tuple(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }))
  .map(([low, width]) => [{ low, high: low + width }]);
const anyCell = fc.integer({ min: 0, max: codec.ordered - 1 });

describe('partWithin', () => {
  it('leaves the share of the code’s draws that lie in the range', () => {
    fc.assert(
      fc.property(anyCell, anyInterval, fc.nat(1000), (code, intervals, seed) => {
        const { share } = partWithin(codec, code, intervals);
        const draws = new RandomStream(seed, 'draws');
        const n = 2000;
        let inside = 0;
        for (let i = 0; i < n; i++) if (contains(intervals, codec.decode(code, draws))) inside++;
        expect(Math.abs(inside / n - share)).toBeLessThan(0.06);
      }),
      { numRuns: 60 },
    );
  });

  it('draws nothing but values in the range, and none that has a code of its own', () => {
    fc.assert(
      fc.property(anyCell, anyInterval, fc.nat(1000), (code, intervals, seed) => {
        const { spans } = partWithin(codec, code, intervals);
        const draws = new RandomStream(seed, 'draws');
        for (let i = 0; spans && i < 50; i++) {
          const value = drawWithin(codec, code, spans, intervals, draws.float());
          expect(contains(intervals, value)).toBe(true);
          expect(codec.encode(value) === code || codec.isAtom[codec.encode(value)] === 0).toBe(true);
        }
      }),
    );
  });

  it('draws in a cut cell as the whole cell would there', () => {
    const code = Array.from({ length: codec.ordered }, (_, i) => i)
      .filter((i) => codec.isAtom[i] === 0)
      .sort(
        (a, b) => codec.valueAt(b, 1) - codec.valueAt(b, 0) - codec.valueAt(a, 1) + codec.valueAt(a, 0),
      )[0];
    const [low, high] = [codec.valueAt(code, 0.3), codec.valueAt(code, 0.8)];
    const intervals = [{ low, high }];
    const { spans } = partWithin(codec, code, intervals);
    const draws = new RandomStream(4, 'draws');
    const middle = codec.valueAt(code, 0.55);
    let below = 0;
    for (let i = 0; i < 20_000; i++)
      if (spans && drawWithin(codec, code, spans, intervals, draws.float()) < middle) below++;
    expect(Math.abs(below / 20_000 - 0.5)).toBeLessThan(0.02);
  });
});

describe('intervals', () => {
  it('of neighbouring doubles leave nothing between', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(nextAbove(value)).toBeGreaterThan(value);
        expect(nextBelow(nextAbove(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('without some values hold all others, and meet only where both hold', () => {
    const some = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(some, some, fc.double({ min: -6, max: 6, noNaN: true }), (a, b, value) => {
        const both = intersect(except(a), except(b));
        for (const one of [...a, ...b]) expect(contains(both, one)).toBe(false);
        expect(contains(both, value)).toBe(![...a, ...b].includes(value));
      }),
    );
  });
});
