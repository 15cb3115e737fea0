import { describe, expect, it } from 'vitest';
import { alignTables } from '../../../src/evaluation/align-tables';
import { compareClouds } from '../../../src/evaluation/diversity/compare-clouds';
import { makeRowSpace, placeRows } from '../../../src/evaluation/neighbours/row-space';
import { splitColumns } from '../../../src/evaluation/privacy/column-parts';
import { golden, goldenTable } from './golden';

const all = Uint32Array.from({ length: 240 }, (_, row) => row);
const training = goldenTable(golden.training);
const parts = splitColumns(alignTables(training, training, goldenTable(golden.synthetic)));
const space = makeRowSpace(parts.training, 'squared euclidean');
const real = placeRows(space, parts.training, all);
const compare = (other: typeof real) => compareClouds(space, real, other, () => Promise.resolve());

describe('compareClouds', () => {
  it('gives what synthcity and prdc give', async () => {
    const figures = await compare(placeRows(space, parts.synthetic, all));
    for (const name of ['alphaPrecision', 'betaRecall', 'density', 'coverage'] as const) {
      expect(figures[name].value).toBeCloseTo(golden.expected.synthetic[name], 9);
    }
  });

  it('gives what they give for copies, whichever order they are in', async () => {
    const figures = await compare(placeRows(space, parts.training, all.slice().reverse()));
    for (const name of ['alphaPrecision', 'betaRecall', 'density', 'coverage'] as const) {
      expect(figures[name].value).toBeCloseTo(golden.expected.copies[name], 9);
    }
    expect(figures.betaRecall.value).toBeGreaterThan(0.95);
  });

  it('says how far a figure could be off', async () => {
    const { coverage } = await compare(placeRows(space, parts.synthetic, all));
    expect(coverage.interval?.low).toBeLessThan(coverage.value);
    expect(coverage.interval?.high).toBeGreaterThan(coverage.value);
  });
});
