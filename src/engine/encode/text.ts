import { looksMissing } from '../analyze/missing-tokens';
import { anewInEachBlock, type RowMaker } from '../blocks';
import { RandomStream } from '../random';
import type { CategoricalColumn } from '../typed-table';
import { blurTexts, type BlurredTexts, mayHold } from './blurred-texts';
import { inventWord, scriptOf, type Script } from './invented-words';
import { outlineOf, type TextOutline, type Token, type TokenKind, tokenKinds } from './text-outline';
import { countOne, drawFrom, weighCounts, type WeightedList } from './weighted-list';

/**
 * How the texts of a column look, as frequencies. Kept: how many words and numbers a text has; their kind (small letters,
 * Capitalised, CAPITALS, mixed, digits) and length, each given the one before; the marks between, before and after them.
 * Each of these only where at least five rows share it. Not kept: any letter or digit, any word, any text's outline as
 * a whole; of the texts themselves only a blurred set, so that none is made again. Plain data; private.
 */
export interface TextModel {
  readonly script: Script;
  /** Texts of each style, named by the kind that most of their words have. */
  readonly styles: WeightedList<TextStyle>;
  readonly real: BlurredTexts;
}

interface TextStyle {
  readonly tokenCounts: WeightedList<number>;
  readonly openings: WeightedList<string>;
  readonly endings: WeightedList<string>;
  readonly first: WeightedList<TokenKind>;
  /** After a token of the kind: the marks, and the kind of the next token. */
  readonly next: Readonly<Record<TokenKind, WeightedList<TextStep>>>;
  readonly lengths: Readonly<Record<TokenKind, WeightedList<number>>>;
}

interface TextStep {
  readonly gap: string;
  readonly kind: TokenKind;
}

/** What fewer rows share is not learnt. */
const leastRows = 5;

/** Learns how the column's texts look; missing cells are left aside. */
export function learnText(column: CategoricalColumn): TextModel {
  const counts = new Map<string, number>();
  for (const code of column.codes) if (code >= 0) countOne(counts, column.dictionary[code]);
  return learnTexts(counts);
}

/** The same from texts and the number of rows each stands in. */
export function learnTexts(counts: ReadonlyMap<string, number>): TextModel {
  const byStyle = new Map<TokenKind, StyleCounts>();
  const letters = new Map<Script, number>();
  for (const [text, rows] of counts) {
    const outline = outlineOf(text);
    countOne(letters, scriptOf(text), rows);
    const style = mainKind(outline.tokens);
    let styleCounts = byStyle.get(style);
    if (!styleCounts) byStyle.set(style, (styleCounts = new StyleCounts()));
    styleCounts.add(outline, rows);
  }
  const styles = new Map([...byStyle.values()].map((style) => [style.finish(), style.rows]));
  const texts = [...counts.keys()];
  return {
    script: [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'latin',
    styles: weighCounts(styles),
    real: blurTexts(texts),
  };
}

/** The kind that most words have. Any capitalised or mixed word among small ones makes no style of its own. */
function mainKind(tokens: readonly Token[]): TokenKind {
  const counts = new Map<TokenKind, number>();
  for (const { kind, length } of tokens) countOne(counts, kind, length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'lower';
}

/** Counts, in rows, of what the texts of one style look like. */
class StyleCounts {
  rows = 0;
  readonly #tokenCounts = new Map<number, number>();
  readonly #openings = new Map<string, number>();
  readonly #endings = new Map<string, number>();
  readonly #first = new Map<TokenKind, number>();
  readonly #steps = new Map<string, number>();
  readonly #lengths = new Map<string, number>();

  add({ opening, tokens, gaps, ending }: TextOutline, rows: number): void {
    this.rows += rows;
    countOne(this.#tokenCounts, roughCount(tokens.length), rows);
    countOne(this.#openings, opening, rows);
    countOne(this.#endings, ending, rows);
    tokens.forEach(({ kind, length }, i) => {
      if (i === 0) countOne(this.#first, kind, rows);
      else countOne(this.#steps, JSON.stringify([tokens[i - 1].kind, gaps[i - 1], kind]), rows);
      countOne(this.#lengths, JSON.stringify([kind, length]), rows);
    });
  }

  finish(): TextStyle {
    return {
      tokenCounts: weighCounts(this.#tokenCounts, leastRows),
      openings: weighCounts(this.#openings, leastRows),
      endings: weighCounts(this.#endings, leastRows),
      first: weighCounts(this.#first, leastRows),
      next: byKind((kind) => weighCounts(this.#stepsAfter(kind), leastRows)),
      lengths: byKind((kind) => weighCounts(this.#lengthsOf(kind), leastRows)),
    };
  }

  #stepsAfter(wanted: TokenKind): Map<TextStep, number> {
    const steps = new Map<TextStep, number>();
    for (const [key, rows] of this.#steps) {
      const [before, gap, kind] = JSON.parse(key) as [TokenKind, string, TokenKind];
      if (before === wanted) steps.set({ gap, kind }, rows);
    }
    return steps;
  }

  #lengthsOf(wanted: TokenKind): Map<number, number> {
    const lengths = new Map<number, number>();
    for (const [key, rows] of this.#lengths) {
      const [kind, length] = JSON.parse(key) as [TokenKind, number];
      if (kind === wanted) lengths.set(length, rows);
    }
    return lengths;
  }
}

function byKind<T>(make: (kind: TokenKind) => T): Record<TokenKind, T> {
  return Object.fromEntries(tokenKinds.map((kind) => [kind, make(kind)])) as Record<TokenKind, T>;
}

/** Longer texts are made so long. */
export const mostTokens = 20_000;

/** Exact up to 12; longer texts in steps of about a tenth, so that few rows stand alone. */
function roughCount(count: number): number {
  if (count <= 12) return count;
  if (count > mostTokens) return mostTokens;
  const step = 2 ** Math.floor(Math.log2(count / 8));
  return Math.round(count / step) * step;
}

/** So many texts that turn out to be real ones in a row make the next one longer by a word. */
const mostCopies = 10;

/**
 * A function that makes up a text at each call: it looks as the real ones do, its words are invented, its numbers drawn
 * anew, and it is never one of the real texts nor a spelling of an absent value. Two made texts may be equal.
 */
export function createTextDraw(model: TextModel, random: RandomStream): () => string {
  return () => {
    for (let attempt = 0; ; attempt++) {
      const text = makeText(model, random, Math.floor(attempt / mostCopies));
      if (!mayHold(model.real, text) && !looksMissing(text)) return text;
    }
  };
}

/** The same for rows, with random numbers of its own for each block. @param name of the column's random streams */
export function createTextMaker(model: TextModel, seed: number, name: string): RowMaker {
  return anewInEachBlock((block) => createTextDraw(model, new RandomStream(seed, name, block)));
}

const noStyle: TextStyle = new StyleCounts().finish();

function makeText({ styles, script }: TextModel, random: RandomStream, extraTokens: number): string {
  const style = drawFrom(styles, random, noStyle);
  const count = Math.max(1, drawFrom(style.tokenCounts, random, 3)) + extraTokens;
  let kind: TokenKind = drawFrom(style.first, random, 'lower');
  let text = drawFrom(style.openings, random, '') + makeToken(style, kind, script, random);
  for (let i = 1; i < count; i++) {
    const step: TextStep = drawFrom(style.next[kind], random, { gap: ' ', kind: 'lower' });
    kind = step.kind;
    text += step.gap + makeToken(style, kind, script, random);
  }
  return text + drawFrom(style.endings, random, '');
}

function makeToken({ lengths }: TextStyle, kind: TokenKind, script: Script, random: RandomStream): string {
  const length = drawFrom(lengths[kind], random, kind === 'number' ? 2 : 5);
  if (kind === 'number') return makeNumber(length, random);
  const word = inventWord(length, script, random);
  if (kind === 'upper') return word.toUpperCase();
  if (kind === 'lower') return word;
  const capitals = kind === 'mixed' && length > 3 ? 1 + random.int(length - 2) : 0;
  const title = word[0].toUpperCase() + word.slice(1);
  if (capitals === 0) return title;
  return title.slice(0, capitals) + title[capitals].toUpperCase() + title.slice(capitals + 1);
}

/** Digits drawn anew; no zero in front of others. */
function makeNumber(length: number, random: RandomStream): string {
  let text = String(length > 1 ? 1 + random.int(9) : random.int(10));
  while (text.length < length) text += String(random.int(10));
  return text;
}
