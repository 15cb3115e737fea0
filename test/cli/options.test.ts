import { describe, expect, it } from 'vitest';
import { readLanguage } from '../../cli/options';

describe('--language', () => {
  it('is taken from anywhere among the arguments, and English when not said', () => {
    expect(readLanguage(['a.csv', '--out', 'b.csv'])).toEqual({
      language: 'en',
      rest: ['a.csv', '--out', 'b.csv'],
    });
    expect(readLanguage(['a.csv', '--language', 'de', '--quiet'])).toEqual({
      language: 'de',
      rest: ['a.csv', '--quiet'],
    });
    expect(readLanguage(['--language=de', 'a.csv'])).toEqual({ language: 'de', rest: ['a.csv'] });
  });

  it('is one that the product speaks', () => {
    expect(() => readLanguage(['--language', 'fr'])).toThrow('--language must be one of en, de, not "fr".');
    expect(() => readLanguage(['--language'])).toThrow('--language must be one of en, de');
  });
});
