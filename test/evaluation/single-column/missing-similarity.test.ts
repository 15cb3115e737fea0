import { describe, expect, it } from 'vitest';
import { missingShareOf, missingSimilarity } from '../../../src/evaluation/single-column/missing-similarity';
import { expectAsReference, golden, goldenTable } from '../golden';
import { categories, numbers } from '../make-tables';

describe('missingSimilarity', () => {
  it.each(['synthetic', 'holdout'] as const)('answers as SDMetrics does for the %s rows', (part) => {
    const other = goldenTable(golden[part]);
    for (const [index, column] of goldenTable(golden.training).columns.entries()) {
      const similarity = missingSimilarity(missingShareOf(column), missingShareOf(other.columns[index]));
      expectAsReference(similarity, golden.single[part][column.schema.name].missingSimilarity);
    }
  });

  it('counts missing numbers and missing categories, and none where there is no row', () => {
    expect(missingShareOf(numbers('x', [1, null, null, 4]))).toBe(0.5);
    expect(missingShareOf(categories('x', ['a', null]))).toBe(0.5);
    expect(missingShareOf(numbers('x', []))).toBe(0);
  });
});
