import { mostLinesListed, type ReadProblem } from './dialect';

type ProblemCode = ReadProblem['code'];

/** How each problem is told: what, how many, what was done. */
const sentences: Record<ProblemCode, (count: number) => string> = {
  preamble: (n) => `${countOf(n, 'line')} before the table ${n === 1 ? 'was' : 'were'} left out.`,
  footer: (n) => `${countOf(n, 'line')} after the table ${n === 1 ? 'was' : 'were'} left out.`,
  'repeated-header': (n) =>
    `${countOf(n, 'line')} ${n === 1 ? 'says' : 'say'} the columns’ names again: left out.`,
  'short-row': (n) =>
    `${countOf(n, 'row')} ${n === 1 ? 'has' : 'have'} fewer cells than there are columns: the rest count as empty.`,
  'empty-row': (n) =>
    `${countOf(n, 'row')} ${n === 1 ? 'has' : 'have'} nothing in any cell: kept, with every cell missing.`,
  'long-row': (n) =>
    `${countOf(n, 'row')} ${n === 1 ? 'has' : 'have'} more cells than there are columns: the extra cells were left out.`,
  'unclosed-quote': (n) =>
    `${countOf(n, 'quote')} never ${n === 1 ? 'closes' : 'close'}: read as part of the text.`,
  'bad-encoding': (n) =>
    `${countOf(n, 'cell')} ${n === 1 ? 'is' : 'are'} not in the file’s encoding: read as Western European text.`,
  replaced: (n) =>
    `${countOf(n, 'character')} ${n === 1 ? 'is' : 'are'} not in the file’s encoding: read as \uFFFD. Another encoding may fit.`,
  'nul-bytes': (n) => `${countOf(n, 'NUL byte')} ${n === 1 ? 'was' : 'were'} left out.`,
  'duplicate-name': (n) =>
    `${countOf(n, 'column')} ${n === 1 ? 'has' : 'have'} the name of another: a number was added.`,
  'turned-name': () =>
    'Column names held characters that turn the direction of writing: these were left out.',
  'empty-name': (n) =>
    `${countOf(n, 'column')} ${n === 1 ? 'has' : 'have'} no name: one was given by position.`,
};

/** Counts what was not as expected while a file is read. Keeps lines and counts, never content. */
export class ProblemLog {
  readonly #found = new Map<ProblemCode, { count: number; lines: number[] }>();

  /** Notes cases of a problem and the lines they are on, in order; many may be on one line. */
  add(code: ProblemCode, lines: number | readonly number[], count = 1): void {
    let found = this.#found.get(code);
    if (found === undefined) this.#found.set(code, (found = { count: 0, lines: [] }));
    found.count += count;
    for (const line of typeof lines === 'number' ? [lines] : lines) {
      if (found.lines.length === mostLinesListed) return;
      if (found.lines.at(-1) !== line) found.lines.push(line);
    }
  }

  problems(): ReadProblem[] {
    return Array.from(this.#found, ([code, { count, lines }]) => ({
      code,
      count,
      lines,
      message: sentences[code](count),
    }));
  }
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
