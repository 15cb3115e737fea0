import type { RandomStream } from '../random';
import type { Template } from './identifier-shape';
import type { WeightedList } from './weighted-list';
import type { NumberedTexts } from './numbered-keys';

/** Of longer templates only the last free characters are numbered, the rest is drawn: as many as give so many texts. */
const enoughTexts = 2 ** 40;

/**
 * Templates that have no text in common, and for each, level by level, longer ones, where it has no room left. No two of
 * all these templates have a text in common either.
 */
export class TemplateLevels {
  readonly templates: WeightedList<Template>;
  readonly #levels: Template[][];

  constructor(templates: WeightedList<Template>) {
    this.templates = withoutOverlaps(templates);
    this.#levels = [[...this.templates.items]];
  }

  /** The texts of a template by its place in the list; level 0 is the template itself. */
  at(place: number, level: number): NumberedTexts {
    while (this.#levels.length <= level) this.#addLevel();
    return textsOf(this.#levels[level][place]);
  }

  #addLevel(): void {
    const next: Template[] = [];
    this.#levels.push(next);
    for (const template of this.#levels[this.#levels.length - 2]) {
      let longer = lengthened(template);
      while (this.#levels.some((level) => level.some((other) => overlap(other, longer))))
        longer = lengthened(longer);
      next.push(longer);
    }
  }
}

/** Of templates with texts in common the first one stands for the others. */
function withoutOverlaps({ items, cumulative }: WeightedList<Template>): WeightedList<Template> {
  const kept: Template[] = [];
  const weights: number[] = [];
  items.forEach((template, i) => {
    const weight = cumulative[i] - (i > 0 ? cumulative[i - 1] : 0);
    const place = kept.findIndex((other) => overlap(other, template));
    if (place >= 0) weights[place] += weight;
    else {
      kept.push(template);
      weights.push(weight);
    }
  });
  let total = 0;
  return { items: kept, cumulative: weights.map((weight) => (total += weight)) };
}

function overlap(a: Template, b: Template): boolean {
  return (
    a.length === b.length &&
    a.every((alphabet, at) => [...alphabet].some((character) => b[at].includes(character)))
  );
}

/** The template with one more character beside its last free one; digits at the end where nothing is free. */
function lengthened(template: Template): Template {
  const last = template.findLastIndex((alphabet) => alphabet.length > 1);
  if (last < 0) return [...template, '0123456789'];
  return [...template.slice(0, last + 1), template[last], ...template.slice(last + 1)];
}

function textsOf(template: Template): NumberedTexts {
  let size = 1;
  let firstNumbered = template.length;
  while (firstNumbered > 0 && size < enoughTexts) size *= template[--firstNumbered].length;
  return { size, textAt: (number, random) => write(template, firstNumbered, number, random) };
}

function write(template: Template, firstNumbered: number, number: number, random: RandomStream): string {
  let text = '';
  let left = number;
  for (let at = template.length - 1; at >= firstNumbered; at--) {
    const alphabet = template[at];
    text = alphabet[left % alphabet.length] + text;
    left = Math.floor(left / alphabet.length);
  }
  for (let at = firstNumbered - 1; at >= 0; at--) {
    const alphabet = template[at];
    text = (alphabet.length === 1 ? alphabet : alphabet[random.int(alphabet.length)]) + text;
  }
  return text;
}
