import { describe, expect, it } from 'vitest';
import {
  boundaryAdherence,
  categoryCoverage,
  rangeCoverage,
  rareCoverage,
} from '../../../src/evaluation/single-column/coverage';
import { golden } from '../fidelity/golden';

const sorted = (values: readonly number[]) => Float64Array.from(values).sort();

describe('rangeCoverage and boundaryAdherence', () => {
  it('give what SDMetrics gives', () => {
    for (const { real, other, ...expected } of golden.numbers) {
      expect(rangeCoverage(sorted(real), sorted(other))).toBeCloseTo(expected.rangeCoverage, 12);
      expect(boundaryAdherence(sorted(real), sorted(other))).toBeCloseTo(expected.boundaryAdherence, 12);
    }
  });

  it('are not defined without a range or without values', () => {
    expect(rangeCoverage(Float64Array.of(2, 2), Float64Array.of(2))).toBeNaN();
    expect(rangeCoverage(Float64Array.of(1, 2), new Float64Array(0))).toBeNaN();
    expect(boundaryAdherence(new Float64Array(0), Float64Array.of(1))).toBeNaN();
  });

  it('expect of a random half what its extremes reach on average', () => {
    const real = Float64Array.of(0, 3);
    const other = Float64Array.of(0, 1, 2, 3);
    // Of 2 of 4: least value 0, 1, 2 with 3, 2, 1 of 6 chances when drawn without replacement; here each is taken by itself.
    const left = 0.5 * 0 + 0.25 * 1 + 0.125 * 2 + 0.0625 * 3;
    expect(rangeCoverage(real, other, 2)).toBeCloseTo(1 - (2 * left) / 3, 12);
  });
});

describe('categoryCoverage', () => {
  it('gives what SDMetrics gives', () => {
    const { real, other, categoryCoverage: expected } = golden.categories;
    const dictionary = [...new Set([...real, ...other])];
    const count = (texts: readonly string[]) =>
      Float64Array.from(dictionary, (text) => texts.filter((one) => one === text).length);
    expect(categoryCoverage(count(real), count(other))).toBeCloseTo(expected, 12);
  });

  it('expects less of a part of the rows', () => {
    expect(categoryCoverage(Float64Array.of(5, 5), Float64Array.of(1, 2), 0.5)).toBeCloseTo(0.625, 12);
  });
});

describe('rareCoverage', () => {
  it('says how many rare categories occur, and how often', () => {
    const rare = rareCoverage(Float64Array.of(985, 5, 5, 5, 0), Float64Array.of(995, 5, 0, 0, 0));
    expect(rare.categories).toBe(3);
    expect(rare.occurring).toBeCloseTo(1 / 3, 12);
    expect(rare.rate).toBeCloseTo(1 / 3, 12);
  });

  it('is not defined where no category is rare', () => {
    expect(rareCoverage(Float64Array.of(5, 5), Float64Array.of(5, 5)).occurring).toBeNaN();
  });
});
