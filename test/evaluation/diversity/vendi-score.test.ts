import { describe, expect, it } from 'vitest';
import { similarities, vendiScore } from '../../../src/evaluation/diversity/vendi-score';
import { makeRowSpace, placeRows } from '../../../src/evaluation/neighbours/row-space';
import { golden, goldenTable } from './golden';

const line = [0, 0, 10, 10, 20, 20];

describe('vendiScore', () => {
  it('has the values of its authors', () => {
    const kernel = Float64Array.from(line.flatMap((a) => line.map((b) => Math.exp(-Math.abs(a - b)))));
    expect(vendiScore(kernel, 6)).toBeCloseTo(golden.vendi.line, 9);
    const three = Float64Array.of(1, 0.9, 0, 0.9, 1, 0, 0, 0, 1);
    expect(vendiScore(three, 3)).toBeCloseTo(2.1573, 4);
  });

  it('counts rows that are alike as one, and rows without anything in common as many', () => {
    expect(vendiScore(new Float64Array(16).fill(1), 4)).toBeCloseTo(1, 9);
    expect(vendiScore(Float64Array.of(1, 0, 0, 1), 2)).toBeCloseTo(2, 9);
    expect(vendiScore(new Float64Array(0), 0)).toBe(0);
  });

  it('gives what numpy gives for rows of numbers and categories', () => {
    const { columns, rowCount } = goldenTable(golden.training);
    const space = makeRowSpace(columns);
    const rows = placeRows(
      space,
      columns,
      Uint32Array.from({ length: rowCount }, (_, row) => row),
    );
    expect(vendiScore(similarities(space, rows), rowCount)).toBeCloseTo(golden.vendi.training, 4);
  });
});
