import { describe, expect, it } from 'vitest';
import { tallyDuplicates } from '../../../src/evaluation/diversity/duplicates';
import { categories, numbers } from '../make-tables';

const waitForNobody = () => Promise.resolve();

describe('tallyDuplicates', () => {
  it('counts every row that is there more than once, missing cells equal to missing cells', async () => {
    const columns = [
      numbers('n', [1, 1, 2, null, null, 3]),
      categories('c', ['a', 'a', 'a', null, null, 'b']),
    ];
    expect(await tallyDuplicates(columns, 6, waitForNobody)).toEqual({ hits: 4, of: 6 });
  });

  it('finds none in a table without rows or columns', async () => {
    expect(await tallyDuplicates([numbers('n', [])], 0, waitForNobody)).toEqual({ hits: 0, of: 0 });
    expect(await tallyDuplicates([], 3, waitForNobody)).toEqual({ hits: 0, of: 3 });
  });
});
