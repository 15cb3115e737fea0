import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeFileName } from '../../../../src/ui/state/propose-file-name';
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

describe('proposeFileName', () => {
  it('keeps the real file’s name where it can, and is never refused', () => {
    expect(proposeFileName('Kunden 2024.csv')).toBe('Kunden 2024-synthetic');
    expect(proposeFileName('a:b?.csv.gz')).toBe('a-b-.csv-synthetic');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        expect(readFileName(proposeFileName(name)).fault).toBeNull();
      }),
    );
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
