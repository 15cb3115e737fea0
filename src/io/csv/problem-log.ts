import type { ReadProblem } from './dialect';

type ProblemCode = ReadProblem['code'];

/** How each problem is told: `{n}` cases, the first at `{line}`. */
const sentences: Record<ProblemCode, (count: number) => string> = {
  preamble: (n) => `${countOf(n, 'line')} before the table ${n === 1 ? 'was' : 'were'} left out.`,
  'short-row': (n) =>
    `${countOf(n, 'row')} ${n === 1 ? 'has' : 'have'} fewer cells than there are columns: the rest count as empty.`,
  'long-row': (n) =>
    `${countOf(n, 'row')} ${n === 1 ? 'has' : 'have'} more cells than there are columns: the extra cells were left out.`,
  'unclosed-quote': (n) =>
    `${countOf(n, 'quote')} never ${n === 1 ? 'closes' : 'close'}: read as part of the text.`,
  'bad-encoding': (n) =>
    `${countOf(n, 'cell')} ${n === 1 ? 'is' : 'are'} not in the file's encoding: read as Western European text.`,
  'nul-bytes': (n) => `${countOf(n, 'NUL byte')} ${n === 1 ? 'was' : 'were'} left out.`,
  'duplicate-name': (n) =>
    `${countOf(n, 'column')} ${n === 1 ? 'has' : 'have'} the name of another: a number was added.`,
  'empty-name': (n) =>
    `${countOf(n, 'column')} ${n === 1 ? 'has' : 'have'} no name: one was given by position.`,
};

/** Counts what was not as expected while a file is read. Keeps lines and counts, never content. */
export class ProblemLog {
  readonly #found = new Map<ProblemCode, { count: number; firstLine: number | null }>();

  add(code: ProblemCode, firstLine: number | null, count = 1): void {
    const found = this.#found.get(code);
    if (found === undefined) this.#found.set(code, { count, firstLine });
    else found.count += count;
  }

  problems(): ReadProblem[] {
    return Array.from(this.#found, ([code, { count, firstLine }]) => ({
      code,
      count,
      firstLine,
      message: sentences[code](count),
    }));
  }
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
