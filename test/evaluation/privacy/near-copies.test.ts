import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/engine/random';
import { nearCopyLimit, countNearCopies } from '../../../src/evaluation/privacy/near-copies';
import { makeRowSpace, placeRows } from '../../../src/evaluation/neighbours/row-space';
import { numbers } from '../make-tables';

describe('nearCopyLimit', () => {
  it('is one hundredth of the median distance of two rows', () => {
    const rows = 2001;
    const columns = [
      numbers(
        'n',
        Array.from({ length: rows }, (_, row) => row),
      ),
    ];
    const space = makeRowSpace(columns);
    const placed = placeRows(
      space,
      columns,
      Uint32Array.from({ length: rows }, (_, row) => row),
    );
    const medianOfUniformPairs = 1 - Math.SQRT1_2;
    const limit = nearCopyLimit(space, placed, new RandomStream(1, 'test'));
    expect(Math.abs(limit - medianOfUniformPairs / 100)).toBeLessThan(0.0003);
  });

  it('is 0 where there is no pair of rows', () => {
    const columns = [numbers('n', [1])];
    const space = makeRowSpace(columns);
    const one = placeRows(space, columns, Uint32Array.of(0));
    expect(nearCopyLimit(space, one, new RandomStream(1, 'test'))).toBe(0);
  });
});

describe('countNearCopies', () => {
  it('counts rows below the limit, and those at distance 0 whatever the limit', () => {
    const distances = Float64Array.of(0, 0.05, 0.1, 2);
    expect(countNearCopies(distances, 0.1)).toBe(2);
    expect(countNearCopies(distances, 0)).toBe(1);
    expect(countNearCopies(new Float64Array(0), 1)).toBe(0);
  });
});
