import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binCount, countInBins, makeBins } from '../../src/engine/analyze/bins';
import { binRows } from '../../src/evaluation/bin-rows';
import { categories, numbers } from './make-tables';

describe('binRows', () => {
  it('puts each row where countInBins counts it', () => {
    const cells = fc.array(fc.option(fc.integer({ min: -100, max: 100 })), { minLength: 1 });
    fc.assert(
      fc.property(cells, cells, fc.boolean(), (real, other, asNumbers) => {
        const build = (values: readonly (number | null)[]) =>
          asNumbers
            ? numbers('n', values)
            : categories(
                'c',
                values.map((value) => (value === null ? null : `${value}`)),
              );
        const bins = makeBins(build(real), 5);
        if (!bins) return;
        const counts = new Float64Array(binCount(bins));
        for (const bin of binRows(build(other), bins)) if (bin >= 0) counts[bin]++;
        expect(counts).toEqual(countInBins(build(other), bins));
      }),
    );
  });

  it('refuses bins of another type of column', () => {
    const bins = makeBins(numbers('n', [1, 2, 3]));
    expect(() => bins && binRows(categories('c', ['a']), bins)).toThrow(TypeError);
  });
});
