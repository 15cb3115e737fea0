import { mostLinesListed, type ReadProblem } from './dialect';
import { problemWords } from './problem-words';

type ProblemCode = ReadProblem['code'];

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
      message: problemWords()[code](count),
    }));
  }
}
