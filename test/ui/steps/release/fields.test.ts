import { describe, expect, it } from 'vitest';
import { readFileName, readWhole } from '../../../../src/ui/steps/release/fields';

describe('readWhole', () => {
  it.each(['32561', '32,561', '32 561', '32.561', "32'561", ' 32\u202f561 '])(
    'reads %j as 32,561',
    (text) => {
      expect(readWhole(text, 1, 1e6)).toEqual({ value: 32_561, fault: null });
    },
  );

  it.each(['', '0', '-4', '1e5', 'many', '1000001'])('says what is wrong with %j', (text) => {
    expect(readWhole(text, 1, 1e6)).toEqual({
      value: null,
      fault: 'Give a whole number from 1 to 1,000,000.',
    });
  });
});

describe('readFileName', () => {
  it('takes names in any script and trims them', () => {
    expect(readFileName(' Kunden 2024-künstlich ').value).toBe('Kunden 2024-künstlich');
  });

  it.each(['', 'a/b', 'a\\b', 'c:d', '.hidden', 'x\u0007', 'y'.repeat(200)])(
    'refuses %j with a reason',
    (name) => {
      const { value, fault } = readFileName(name);
      expect(value).toBeNull();
      expect(fault).toMatch(/\.$/);
    },
  );
});
