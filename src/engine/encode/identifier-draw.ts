import type { RandomStream } from '../random';
import type { EmailShape, PatternShape, RangeShape, Template } from './identifier-shape';
import { createSensitiveDraw } from './sensitive-draw';
import type { SensitiveShape } from './sensitive-shape';
import { createTextMaker } from './text';
import { drawFrom, type WeightedList } from './weighted-list';

/** Draws candidates of some shape, and makes room when too many of them turn out to be taken. */
export interface CandidateDraw {
  next(): string;
  report(isNew: boolean): void;
}

/** Candidates of a shape that is no sequence. */
export function createCandidateDraw(
  shape: RangeShape | EmailShape | PatternShape | SensitiveShape,
  random: RandomStream,
): CandidateDraw {
  if (shape.type === 'range') return new RangeDraw(shape, random);
  if (shape.type === 'email') return new EmailDraw(shape, random);
  return shape.type === 'pattern' ? new PatternDraw(shape, random) : createSensitiveDraw(shape, random);
}

/** So many candidates in a row that are taken mean that hardly any is left. */
const mostTaken = 30;

class RangeDraw implements CandidateDraw {
  #taken = 0;
  #span: number;
  readonly #low: number;
  readonly #random: RandomStream;

  constructor({ low, high }: RangeShape, random: RandomStream) {
    this.#low = low;
    this.#span = high - low + 1;
    this.#random = random;
  }

  next(): string {
    return String(this.#low + Math.floor(this.#random.float() * this.#span));
  }

  report(isNew: boolean): void {
    this.#taken = isNew ? 0 : this.#taken + 1;
    if (this.#taken < mostTaken) return;
    this.#span = this.#span * 2 + 8;
    this.#taken = 0;
  }
}

const exampleDomains = ['example.com', 'example.org', 'example.net'];

class EmailDraw implements CandidateDraw {
  #taken = 0;
  #extraDigits = 0;
  readonly #makeLocal: () => string;
  readonly #random: RandomStream;

  constructor({ local }: EmailShape, random: RandomStream) {
    this.#makeLocal = createTextMaker(local, random);
    this.#random = random;
  }

  next(): string {
    let local = this.#makeLocal().replaceAll(/\s/g, '.');
    for (let i = 0; i < this.#extraDigits; i++) local += String(this.#random.int(10));
    return `${local}@${exampleDomains[this.#random.int(exampleDomains.length)]}`;
  }

  report(isNew: boolean): void {
    this.#taken = isNew ? 0 : this.#taken + 1;
    if (this.#taken < mostTaken) return;
    this.#extraDigits++;
    this.#taken = 0;
  }
}

/** Where nothing was there to learn from. */
const eightDigits: Template = Array.from({ length: 8 }, () => '0123456789');

class PatternDraw implements CandidateDraw {
  #templates: WeightedList<Template>;
  /** How many candidates of each template were taken in a row. */
  readonly #taken = new Map<Template, number>();
  #current: Template = [];
  readonly #random: RandomStream;

  constructor({ templates }: PatternShape, random: RandomStream) {
    this.#templates = templates.items.length > 0 ? templates : { items: [eightDigits], cumulative: [1] };
    this.#random = random;
  }

  next(): string {
    this.#current = drawFrom(this.#templates, this.#random, eightDigits);
    let text = '';
    for (const alphabet of this.#current) {
      text += alphabet.length === 1 ? alphabet : alphabet[this.#random.int(alphabet.length)];
    }
    return text;
  }

  report(isNew: boolean): void {
    const taken = isNew ? 0 : (this.#taken.get(this.#current) ?? 0) + 1;
    this.#taken.set(this.#current, taken);
    if (taken < mostTaken) return;
    const full = this.#current;
    const items = this.#templates.items.map((template) => (template === full ? lengthened(full) : template));
    this.#templates = { items, cumulative: this.#templates.cumulative };
  }
}

/** The template with one more character beside its last free one; digits at the end where nothing is free. */
function lengthened(template: Template): Template {
  const last = template.findLastIndex((alphabet) => alphabet.length > 1);
  if (last < 0) return [...template, '0123456789'];
  return [...template.slice(0, last + 1), template[last], ...template.slice(last + 1)];
}
