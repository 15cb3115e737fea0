import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyedPermutation } from '../../src/engine/keyed-permutation';

const orderOf = (size: number, seed: number, name = 'keys') => {
  const order = new KeyedPermutation(size, seed, name);
  return Array.from({ length: size }, (_, place) => order.at(place));
};

describe('KeyedPermutation', () => {
  it('has every number once, whatever the size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (size, seed) => {
        expect(orderOf(size, seed).sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
      }),
      { numRuns: 60 },
    );
  });

  it('stays within the largest sizes without repeating a number', () => {
    const order = new KeyedPermutation(2 ** 52, 3, 'large');
    const numbers = Array.from({ length: 20_000 }, (_, place) => order.at(place));
    expect(new Set(numbers).size).toBe(20_000);
    expect(numbers.every((number) => Number.isSafeInteger(number) && number >= 0 && number < 2 ** 52)).toBe(
      true,
    );
  });

  it('scatters neighbours evenly', () => {
    const order = new KeyedPermutation(1e9, 1, 'even');
    const tenths = new Array<number>(10).fill(0);
    for (let place = 0; place < 20_000; place++) tenths[Math.floor(order.at(place) / 1e8)]++;
    // Five standard deviations of a binomial count.
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(1800));
  });

  it('is another for another seed or name', () => {
    expect(orderOf(50, 1)).not.toEqual(orderOf(50, 2));
    expect(orderOf(50, 1)).not.toEqual(orderOf(50, 1, 'other'));
    expect(orderOf(50, 1)).toEqual(orderOf(50, 1));
  });
});
