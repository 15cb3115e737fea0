import { afterEach, describe, expect, it } from 'vitest';
import {
  catalogue,
  chooseLanguage,
  followLanguage,
  type Language,
  speak,
  writeCount,
  writeDay,
  writeFixed,
  writeList,
  writeNumber,
  writeOf,
} from '../../src/words';
import { hearLanguage, tellLanguage } from '../../src/words/thread-language';

afterEach(() => speak('en'));

describe('the language', () => {
  it('is the first wish that the product speaks, whatever its region', () => {
    expect(chooseLanguage(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(chooseLanguage(['EN-us', 'de'])).toBe('en');
    expect(chooseLanguage(['fr', ''])).toBeNull();
  });

  it('settles what a catalogue says at the moment it is asked', () => {
    const words = catalogue({
      en: { hello: 'Good day', rows: (count: number) => writeOf(count, 'row', 'rows') },
      de: { hello: 'Guten Tag', rows: (count) => writeOf(count, 'Zeile', 'Zeilen') },
    });
    expect([words().hello, words().rows(1), words().rows(12_345)]).toEqual([
      'Good day',
      '1 row',
      '12,345 rows',
    ]);
    let now: Language = 'de';
    followLanguage(() => now);
    expect([words().hello, words().rows(1), words().rows(12_345)]).toEqual([
      'Guten Tag',
      '1 Zeile',
      '12.345 Zeilen',
    ]);
    now = 'en';
    expect(words().hello).toBe('Good day');
  });

  it('writes numbers and lists as its readers do', () => {
    expect([writeCount(1_234_567), writeFixed(0.8, 2), writeNumber(0.5)]).toEqual([
      '1,234,567',
      '0.80',
      '0.5',
    ]);
    expect(writeList(['a', 'b', 'c'])).toBe('a, b and c');
    speak('de');
    expect([writeCount(1_234_567), writeFixed(0.8, 2), writeNumber(0.5)]).toEqual([
      '1.234.567',
      '0,80',
      '0,5',
    ]);
    expect(writeList(['a', 'b'], 'disjunction')).toBe('a oder b');
  });

  it('writes the day of an instant as its readers do, and leaves what is none', () => {
    expect([writeDay('2026-11-28T22:30:00.000Z'), writeDay('soon')]).toEqual(['28 November 2026', 'soon']);
    speak('de');
    expect(writeDay('2026-03-01T00:00:00.000Z')).toBe('1. März 2026');
  });

  it('goes from one thread to another, once for each change, beside other messages', () => {
    const sent: unknown[] = [];
    const to = { postMessage: (message: unknown) => sent.push(message) };
    expect(tellLanguage(to, 'en')).toBe('en');
    expect(sent).toEqual([]);
    speak('de');
    expect(tellLanguage(to, 'en')).toBe('de');
    speak('en');
    const target = new EventTarget();
    hearLanguage(target as unknown as Parameters<typeof hearLanguage>[0]);
    for (const data of [null, 'de', { understudyLanguage: 'xx' }])
      target.dispatchEvent(new MessageEvent('message', { data }));
    expect(writeFixed(0.5, 1)).toBe('0.5');
    target.dispatchEvent(new MessageEvent('message', { data: sent[0] }));
    expect(writeFixed(0.5, 1)).toBe('0,5');
  });
});
