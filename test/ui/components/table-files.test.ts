import { describe, expect, it } from 'vitest';
import { fromFile, fromText, pastedName } from '../../../src/ui/components/table-files';

describe('what is offered as a table', () => {
  it('takes pasted text byte for byte', async () => {
    const file = fromText('name;age\nÅsa;41\n');
    if (typeof file === 'string') throw new Error(file);
    expect(file.name).toBe(pastedName);
    expect(await file.bytes.text()).toBe('name;age\nÅsa;41\n');
  });

  it('refuses blank text and empty files with a sentence', () => {
    expect(fromText(' \n\t')).toMatch(/no text to read/);
    expect(fromFile(new File([], 'void.csv'))).toBe('void.csv is empty; choose a file with a table in it.');
  });

  it('takes a file of any type: systems disagree about what a table is', () => {
    const file = new File(['a,b\n1,2\n'], 'table.csv', { type: 'application/vnd.ms-excel' });
    expect(fromFile(file)).toEqual({ bytes: file, name: 'table.csv' });
  });
});
