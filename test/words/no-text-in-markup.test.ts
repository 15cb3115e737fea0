import { readdirSync, readFileSync } from 'node:fs';
import { type AST, parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

const root = new URL('../../src/ui/', import.meta.url);

/** Marks and names that are the same in every language. */
const sameEverywhere = new Set(['Understudy', 'k', 'ε', 'δ', 'DE', 'EN', 'SHA-256']);
const readAloud = new Set([
  'title',
  'label',
  'alt',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
]);

type Node = AST.SvelteNode | { readonly type: string };

function isText(node: Node): node is AST.Text {
  return node.type === 'Text';
}

/** Texts with letters in them that stand in the markup itself or in an attribute that people read or hear. */
function* textsOf(node: unknown): Generator<string> {
  if (Array.isArray(node)) {
    for (const one of node) yield* textsOf(one);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const typed = node as Node & Record<string, unknown>;
  if (['StyleSheet', 'Script', 'StyleDirective'].includes(typed.type)) return;
  if (typed.type === 'Attribute' && !readAloud.has(String(typed['name']))) {
    if (!isArrow(typed['value'])) return;
  }
  if (isText(typed)) {
    const text = (typed as unknown as AST.Text).data.trim();
    if (/\p{L}/u.test(text) && !sameEverywhere.has(text)) yield text;
    return;
  }
  for (const [key, value] of Object.entries(typed)) if (key !== 'parent') yield* textsOf(value);
}

/** Attributes whose value is code may hold markup (snippets given as functions). */
function isArrow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.svelte'),
);

describe('markup', () => {
  it.each(files)('of %s holds no text of its own: it asks a catalogue', (path) => {
    const { fragment } = parse(readFileSync(new URL(path, root), 'utf8'), { modern: true });
    expect([...textsOf(fragment)]).toEqual([]);
  });
});
