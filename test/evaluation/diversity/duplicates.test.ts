import { describe, expect, it } from 'vitest';
import { tallyDuplicates } from '../../../src/evaluation/diversity/duplicates';
import { categories, numbers } from '../make-tables';

describe('tallyDuplicates', () => {
  it('counts every row that is there more than once, missing cells equal to missing cells', () => {
    const columns = [
      numbers('n', [1, 1, 2, null, null, 3]),
      categories('c', ['a', 'a', 'a', null, null, 'b']),
    ];
    expect(tallyDuplicates(columns, 6)).toEqual({ hits: 4, of: 6 });
  });

  it('finds none in a table without rows or columns', () => {
    expect(tallyDuplicates([numbers('n', [])], 0)).toEqual({ hits: 0, of: 0 });
    expect(tallyDuplicates([], 3)).toEqual({ hits: 0, of: 3 });
  });
});
