import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

/** What programs are told of their own requests is English, as their documentation is. */
const forPrograms = ['src/embed/', 'src/lib/'];

/** A sentence, or the beginning of one, right where the error is made. */
const literalError = /new UserError\(\s*(?:\w+\s*\?\s*)?['"`]/g;

function linesWithLiterals(text: string): number[] {
  return [...text.matchAll(literalError)].map(({ index }) => text.slice(0, index).split('\n').length);
}

const files = ['src', 'workers']
  .flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  )
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .filter((path) => !forPrograms.some((part) => path.startsWith(part)));

describe('errors that people read', () => {
  it('are found where they are literals', () => {
    const text =
      "\nthrow new UserError(\n  `No ${x}`);\nthrow new UserError(words().none);\nnew UserError('a')";
    expect(linesWithLiterals(text)).toEqual([2, 5]);
  });

  it('come from a catalogue', () => {
    const found = files.flatMap((path) =>
      linesWithLiterals(readFileSync(new URL(path, root), 'utf8')).map((line) => `${path}:${line}`),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });
});
