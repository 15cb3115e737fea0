import { RandomStream } from '../random';
import type {
  EmailShape,
  IdentifierShape,
  PatternShape,
  RangeShape,
  SequenceShape,
  Template,
} from './identifier-shape';
import { NumberedKeys, type NumberedTexts } from './numbered-keys';
import { createSensitiveDraw } from './sensitive-draw';
import type { SensitiveShape } from './sensitive-shape';
import { TemplateLevels } from './template-levels';
import { createTextDraw } from './text';
import { placeFrom } from './weighted-list';

/** What the keys of one column hang on. */
export interface KeyTask {
  readonly seed: number;
  /** Of the column's random streams. */
  readonly name: string;
  /** Keys that a block has at most. */
  readonly mostKeys: number;
  /** About how many texts are refused as real ones. */
  readonly taken: number;
  /** False of texts that must not be made. */
  readonly isFree: (text: string) => boolean;
}

/** Opens a block's keys: a function that gives a new one at each call, which no other block gives. */
export type BlockKeys = (block: number, random: RandomStream) => () => string;

/** Keys of a shape. */
export function createKeys(shape: IdentifierShape, task: KeyTask): BlockKeys {
  if (shape.type === 'sequence') return countOn(shape, task);
  if (shape.type === 'range') return drawNumbers(shape, task);
  if (shape.type === 'email') return drawAddresses(shape, task);
  return shape.type === 'pattern' ? drawPatterns(shape, task) : drawOfKnownSort(shape, task);
}

/** The gap before a made sequence is drawn from at least so many. */
const fewestSkipped = 100;

/** Row numbers begin as the real ones do; others after a drawn gap, or the first would tell how many real ones there are. */
function countOn({ prefix, suffix, width, start, isRowNumber }: SequenceShape, task: KeyTask): BlockKeys {
  const { seed, name, mostKeys } = task;
  const skipped = () =>
    new RandomStream(seed, `${name} start`).int(Math.min(2 ** 32, Math.max(fewestSkipped, start)));
  const first = isRowNumber ? start : start + skipped();
  return (block) => {
    let next = first + block * mostKeys;
    return () => prefix + String(next++).padStart(width, '0') + suffix;
  };
}

/** Those of the range in random order; beyond it where it has no room left. */
function drawNumbers({ low, high }: RangeShape, task: KeyTask): BlockKeys {
  const firsts = [low, high + 1];
  const levelAt = (level: number): NumberedTexts => {
    while (firsts.length <= level + 1) firsts.push(2 * (firsts[firsts.length - 1] - low) + 8 + low);
    const first = firsts[level];
    return { size: firsts[level + 1] - first, textAt: (number) => String(first + number) };
  };
  const keys = new NumberedKeys(
    { levelAt, perBlock: task.mostKeys, taken: task.taken },
    task.seed,
    task.name,
  );
  return (block, random) => onlyFree(keys.ofBlock(block, random), task);
}

/** Where nothing was there to learn from. */
const eightDigits: Template = Array.from({ length: 8 }, () => '0123456789');

function drawPatterns({ templates }: PatternShape, task: KeyTask): BlockKeys {
  const known = templates.items.length > 0 ? templates : { items: [eightDigits], cumulative: [1] };
  const levels = new TemplateLevels(known);
  const { items, cumulative } = levels.templates;
  const total = cumulative[cumulative.length - 1];
  const keys = items.map((_, place) => {
    const share = (cumulative[place] - (place > 0 ? cumulative[place - 1] : 0)) / total;
    const demand = {
      levelAt: (level: number) => levels.at(place, level),
      perBlock: likelyMost(task.mostKeys, share),
      taken: share * task.taken,
    };
    return new NumberedKeys(demand, task.seed, `${task.name} template ${place}`);
  });
  return (block, random) => {
    const own = keys.map((template) => onlyFree(template.ofBlock(block, random), task));
    return () => own[placeFrom(cumulative, random)]();
  };
}

/** Of so many draws with that chance more than this many come about once in a billion times. */
function likelyMost(draws: number, chance: number): number {
  return Math.ceil(Math.min(draws, draws * chance + 6 * Math.sqrt(draws * chance) + 16));
}

function onlyFree(next: () => string, { isFree }: KeyTask): () => string {
  return () => {
    for (;;) {
      const text = next();
      if (isFree(text)) return text;
    }
  };
}

/** Draws candidates of some shape, and makes room when too many of them turn out to be taken. */
export interface CandidateDraw {
  next(): string;
  report(isNew: boolean): void;
}

/** Candidates that are free, none of them twice in a block. */
function untilNew(draw: CandidateDraw, { isFree }: KeyTask): () => string {
  const made = new Set<string>();
  return () => {
    for (;;) {
      const text = draw.next();
      const isNew = isFree(text) && !made.has(text);
      draw.report(isNew);
      if (!isNew) continue;
      made.add(text);
      return text;
    }
  };
}

/** Numbers with check digits and the like cannot be counted through: those of two blocks may be alike by chance. */
function drawOfKnownSort(shape: SensitiveShape, task: KeyTask): BlockKeys {
  return (block, random) => untilNew(createSensitiveDraw(shape, random, hostOf(block)), task);
}

/** Every block but the first has hosts of its own within a domain. */
function hostOf(block: number): string {
  return block === 0 ? '' : `host${block}.`;
}

const exampleDomains = ['example.com', 'example.org', 'example.net'];
/** So many addresses in a row that are taken mean that hardly any is left: they get a digit more. */
const mostTaken = 30;

function drawAddresses({ local }: EmailShape, task: KeyTask): BlockKeys {
  return (block, random) => {
    const makeLocal = createTextDraw(local, random);
    let extraDigits = 0;
    let taken = 0;
    const next = () => {
      let name = makeLocal().replaceAll(/\s/g, '.');
      for (let i = 0; i < extraDigits; i++) name += String(random.int(10));
      return `${name}@${hostOf(block)}${exampleDomains[random.int(exampleDomains.length)]}`;
    };
    const report = (isNew: boolean) => {
      taken = isNew ? 0 : taken + 1;
      if (taken < mostTaken) return;
      extraDigits++;
      taken = 0;
    };
    return untilNew({ next, report }, task);
  };
}
