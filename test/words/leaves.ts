import { readdirSync } from 'node:fs';
import type { Catalogue, Texts } from '../../src/words/catalogue';

const root = new URL('../../', import.meta.url);

/** One text of a catalogue in both languages: a string, a list, or a function that makes it. */
export interface Leaf {
  /** `src/ui/steps/open/words.ts openWords.drop` */
  readonly path: string;
  readonly en: unknown;
  readonly de: unknown;
}

/** All texts of all catalogues of the product. */
export async function readLeaves(): Promise<Leaf[]> {
  const leaves: Leaf[] = [];
  const files = ['src', 'workers'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|\/|-)words\.ts$/.test(path))
      .map((path) => `${folder}/${path}`)
      .sort(),
  );
  for (const file of files) {
    const address = new URL(file, root).href;
    const module = (await import(/* @vite-ignore */ address)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module).filter(([, one]) => isCatalogue(one))) {
      const { en, de } = (value as Catalogue<Texts>).texts;
      leaves.push(...leavesOf(en, de, `${file} ${name}`));
    }
  }
  return leaves;
}

function* leavesOf(en: Texts, de: Texts, path: string): Generator<Leaf> {
  for (const key of new Set([...Object.keys(en), ...Object.keys(de)])) {
    const [one, other] = [en[key], de[key]];
    if (typeof one === 'object' && typeof other === 'object' && !Array.isArray(one))
      yield* leavesOf(one as Texts, other as Texts, `${path}.${key}`);
    else yield { path: `${path}.${key}`, en: one, de: other };
  }
}

function isCatalogue(value: unknown): value is Catalogue<Texts> {
  return typeof value === 'function' && 'texts' in value;
}
