import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLeaves } from './leaves';

const root = new URL('../../', import.meta.url);

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => `${folder}/${path}`)
    .sort();
}

const code = ['src', 'workers', 'cli']
  .flatMap((folder) => filesUnder(folder, /\.(ts|svelte)$/))
  .map((path) => readFileSync(new URL(path, root), 'utf8'))
  .join('\n');

const leaves = await readLeaves();

/** Keys may be signs too: what each separator is called. */
const isWord = (key: string) => /^[\w-]+$/.test(key);

const lettersOf = (text: unknown) => (typeof text === 'string' ? text : String(text)).trim();

describe('what the product says', () => {
  it('is there in both languages, and nowhere empty', () => {
    expect(leaves.length).toBeGreaterThan(10);
    const wrong = leaves.filter(
      ({ en, de }) => typeof en !== typeof de || lettersOf(en) === '' || lettersOf(de) === '',
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('is translated: a sentence of several words is not the same in both', () => {
    const same = leaves.filter(
      ({ en, de }) => lettersOf(en) === lettersOf(de) && /\p{L}+ \p{L}+ \p{L}+/u.test(lettersOf(en)),
    );
    expect(same.map(({ path }) => path)).toEqual([]);
  });

  it('says nothing that no code asks for', () => {
    const keys = leaves.map(({ path }) => path.split(/[ .]/).at(-1) ?? '');
    const asked = new Set([/[\w-]+\b(?!: )/g, /\w+\b(?!: )/g].flatMap((word) => code.match(word) ?? []));
    const unused = leaves.filter((_, index) => isWord(keys[index]) && !asked.has(keys[index]));
    expect(unused.map(({ path }) => path)).toEqual([]);
  });
});
