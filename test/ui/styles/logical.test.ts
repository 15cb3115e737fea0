import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../src/ui/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(svelte|css)$/.test(path),
);

/** A bar grows from where reading begins: there is no logical word for it, so both are written, the second for `:dir(rtl)`. */
const growsFrom = /transform-origin: (left|right);/;

function stylesOf(path: string): string[] {
  const text = readFileSync(new URL(path, root), 'utf8');
  const styles = path.endsWith('.css') ? text : (/<style>(.*)<\/style>/s.exec(text)?.[1] ?? '');
  return styles.split('\n').filter((line) => !growsFrom.test(line));
}

describe('styles', () => {
  it('say where lines begin and end, not left and right, so that they serve both ways of reading', () => {
    const physical = files.flatMap((path) =>
      stylesOf(path)
        .filter((line) => /(^|[\s-])(left|right)(-[a-z-]+)?:|: (left|right);/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(physical).toEqual([]);
  });
});
