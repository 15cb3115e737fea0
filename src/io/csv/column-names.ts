import type { ProblemLog } from './problem-log';

/** Unicode's explicit embeddings, overrides and isolates (UAX #9); Arabic and Hebrew names need none of them. */
const writingDirections = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Names that are filled and unlike each other: an empty one becomes `column_3` (by its position), a second
 * `x` becomes `x_2`, and what turns the direction of writing is left out: a name that stands in a sentence would turn all
 * that follows. What was changed goes to the log.
 */
export function makeColumnNames(raw: readonly string[], line: number, log: ProblemLog): string[] {
  const readable = raw.map((name) => name.replaceAll(writingDirections, ''));
  if (readable.some((name, index) => name !== raw[index])) log.add('turned-name', line);
  const taken = new Set(readable);
  const used = new Set<string>();
  return readable.map((given, index) => {
    const isEmpty = given.trim() === '';
    if (isEmpty) log.add('empty-name', line);
    const wanted = isEmpty ? `column_${index + 1}` : given;
    const isFree = isEmpty ? !taken.has(wanted) && !used.has(wanted) : !used.has(wanted);
    const name = isFree ? wanted : nextFree(wanted, taken, used);
    if (!isEmpty && !isFree) log.add('duplicate-name', line);
    used.add(name);
    return name;
  });
}

/** Names of columns that have no header: by position. */
export function positionNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `column_${index + 1}`);
}

function nextFree(name: string, taken: ReadonlySet<string>, used: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}_${number}`) || used.has(`${name}_${number}`)) number++;
  return `${name}_${number}`;
}
