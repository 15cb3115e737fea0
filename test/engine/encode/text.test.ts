import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextMaker, learnText } from '../../../src/engine/encode/text';
import { categorical } from '../analyze/columns';

function make(texts: readonly (string | null)[], count: number): string[] {
  const model = structuredClone(learnText(categorical(texts, 'text')));
  return rows(count, createTextMaker(model, 1, 'text'));
}

function rows<T>(count: number, of: (row: number) => T): T[] {
  return Array.from({ length: count }, (_, row) => of(row));
}

const words = ['river', 'stone', 'a', 'window', 'of', 'bright', 'the'];

describe('made texts', () => {
  it('have as many words and sentences as real ones, and the same capitals and marks', () => {
    const real = rows(200, (i) => `The ${words[i % 7]} was ${words[(i * 3) % 7]} ${i}. Nobody saw it!`);
    for (const text of make(real, 300)) {
      expect(text).toMatch(/^\p{L}+( \p{L}+| \d+\.?)*[\p{L}\d .!]*$/u);
      expect(text.split(' ').length).toBeGreaterThanOrEqual(6);
      expect(text.split(' ').length).toBeLessThanOrEqual(9);
    }
    expect(make(real, 300).filter((text) => text.endsWith('!')).length).toBe(300);
  });

  it('shout where real ones shout and whisper where they whisper', () => {
    const loud = rows(120, (i) =>
      `${words[i % 7]} ${words[(i * 5) % 7]} x${'ab'[i % 2]}${words[(i * 3) % 7]}`.toUpperCase(),
    );
    for (const text of make(loud, 100)) expect(text).toBe(text.toUpperCase());
    for (const text of make(
      loud.map((value) => value.toLowerCase()),
      100,
    ))
      expect(text).toBe(text.toLowerCase());
  });

  it('look like names where real ones are names', () => {
    const real = rows(100, (i) => `${'ABCDE'[i % 5]}nn${'aei'[i % 3]} ${'KLMN'[i % 4]}ort${'oen'[i % 3]}n`);
    for (const text of make(real, 200)) expect(text).toMatch(/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u);
  });

  it('are of the same script', () => {
    const real = rows(60, (i) => `Привет ${'абвгд'[i % 5]}мир`);
    for (const text of make(real, 50)) expect(text).toMatch(/^[\p{Script=Cyrillic} ]+$/u);
  });

  it('hold no word of the real ones that could tell anything', () => {
    const real = rows(
      400,
      (i) => `Patient Zebulon${'abcdefghij'[i % 10]} has Quixotism since ${1900 + (i % 90)}.`,
    );
    for (const text of make(real, 500)) expect(text).not.toMatch(/Zebulon|Quixotism|Patient/);
  });

  it('take nothing from what fewer than five rows share', () => {
    const real = [...rows(100, (i) => `plain ${words[i % 7]} text`), '«§» 123456789012345 ¶¶'];
    for (const text of make(real, 500)) expect(text).not.toMatch(/[«§»¶]|\d/);
  });

  it('are never a real text nor a word for nothing, whatever the real ones are', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.lorem({ maxCount: 6 }),
      fc.constantFrom('a', 'no', 'NA', '7', '-'),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (real) => {
        for (const value of make(real, 60)) {
          expect(real).not.toContain(value);
          expect(value.trim()).not.toMatch(/^(|NA|n\/a|null|-|\?)$/i);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('end though every short text there is is taken', () => {
    const real = rows(10, String);
    expect(
      make([...real, ...real, ...real, ...real, ...real], 100).filter((value) => real.includes(value)),
    ).toEqual([]);
  });

  it('are made from nothing too', () => {
    expect(make([null], 3)).toHaveLength(3);
  });
});

describe('learnText', () => {
  it('keeps no word in its model', () => {
    const real = rows(300, (i) => `Zebulon went home at ${i} with Quixotism`);
    expect(JSON.stringify(learnText(categorical(real, 'text')))).not.toMatch(/Zebulon|Quixotism|went/);
  });
});
