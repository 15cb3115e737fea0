import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blurTexts, countTexts, mayHold } from '../../../src/engine/encode/blurred-texts';

describe('a blurred set of texts', () => {
  it('overlooks none of the texts', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (texts) => {
        const set = blurTexts(texts);
        expect(texts.filter((text) => !mayHold(set, text))).toEqual([]);
        expect(countTexts(set)).toBe(texts.length);
      }),
    );
  });

  it.each([20, 1000, 50_000])('takes a fifth of all other texts for one of %i', (count) => {
    const set = blurTexts(Array.from({ length: count }, (_, i) => `name ${i}`));
    const guesses = Array.from({ length: 20_000 }, (_, i) => `guess ${i}`);
    const share = guesses.filter((text) => mayHold(set, text)).length / guesses.length;
    expect(share).toBeGreaterThan(count === 20 ? 0.1 : 0.18);
    expect(share).toBeLessThan(count === 20 ? 0.23 : 0.22);
  });

  it('has room for nothing but a few bits of each text', () => {
    const { bits } = blurTexts(Array.from({ length: 8000 }, (_, i) => `patient number ${i}`));
    expect(bits.length).toBe((4.5 * 8000) / 8);
  });

  it('holds nothing when nothing was put in', () => {
    expect(mayHold(blurTexts([]), 'anything')).toBe(false);
  });
});
