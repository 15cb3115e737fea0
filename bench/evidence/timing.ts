import type { TypedTable } from '../../src/engine/typed-table';
import { alignTables } from '../../src/evaluation/align-tables';
import { examineHere } from '../../src/evaluation/examiner';
import { findSensitive } from '../../src/evaluation/fairness/sensitive-columns';
import { noChoices } from '../../src/evaluation/measure-context';
import { sections } from '../../src/evaluation/sections';
import { splitOff, shuffleColumns } from './self-test';

/** What one part of the evidence took. */
interface PartTiming {
  readonly part: string;
  /** Seconds of the processor, its compiler and memory keeper included. */
  readonly seconds: number;
  /** The longest work between two offers to give control away, in milliseconds; and which function made the later one. */
  readonly longestTurn: number;
  readonly where: string;
}

const seed = 1;

/** Times the comparison and each section at standard effort, in one thread; columns that sound sensitive count as such. */
export async function timeEvidence(table: TypedTable): Promise<PartTiming[]> {
  const { first: holdout, rest: training } = splitOff(table);
  const tables = alignTables(training, holdout, shuffleColumns(training));
  const sensitive = findSensitive(tables, []).proposed;
  const turns = new TurnWatch();
  const examiner = examineHere(
    tables,
    { choices: { ...noChoices, sensitive }, effort: 'standard', seed },
    () => turns.yieldControl(),
  );
  const timings: PartTiming[] = [];
  const time = async (part: string, work: () => Promise<unknown>) => {
    turns.begin();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    timings.push({ part, seconds: (user + system) / 1e6, ...turns.end() });
  };
  const quiet = { onPartial: () => undefined, onProgress: () => undefined };
  await time('comparison', () => examiner.compare(quiet));
  for (const { name } of sections) await time(name, () => examiner.measure(name, quiet.onProgress));
  return timings;
}

/** Watches how long work goes on without a word. Time in which the machine did something else does not count. */
class TurnWatch {
  #wall = 0;
  #spent: NodeJS.CpuUsage = process.cpuUsage();
  #longest = 0;
  #where = '';

  begin(): void {
    [this.#longest, this.#where] = [0, ''];
    this.#start();
  }

  end(): Pick<PartTiming, 'longestTurn' | 'where'> {
    this.#note('the end');
    return { longestTurn: this.#longest, where: this.#where };
  }

  async yieldControl(): Promise<void> {
    this.#note();
    await new Promise((resolve) => setImmediate(resolve));
    this.#start();
  }

  #start(): void {
    [this.#wall, this.#spent] = [performance.now(), process.cpuUsage()];
  }

  #note(where?: string): void {
    const { user, system } = process.cpuUsage(this.#spent);
    const took = Math.min(performance.now() - this.#wall, (user + system) / 1e3);
    if (took <= this.#longest) return;
    this.#longest = took;
    this.#where = where ?? callers();
  }
}

/** The functions that wait, innermost first. */
function callers(): string {
  const names = [
    ...(new Error().stack ?? '').matchAll(/at (?:async )?(?:Object\.|Module\.)?([\w$.#]+) \(/g),
  ].map(([, name]) => name);
  return names
    .filter((name) => !/TurnWatch|#note|yieldControl|Pace|callers/.test(name))
    .slice(0, 3)
    .join(' < ');
}

/** A Markdown table, slowest parts as they come. */
export function timingTable(timings: readonly PartTiming[]): string {
  const whole = timings.reduce((sum, { seconds }) => sum + seconds, 0);
  return [
    '| part | CPU seconds | longest turn, ms | before |',
    '| --- | ---: | ---: | --- |',
    ...timings.map(
      ({ part, seconds, longestTurn, where }) =>
        `| ${part} | ${seconds.toFixed(2)} | ${longestTurn.toFixed(0)} | ${where} |`,
    ),
    `| all | ${whole.toFixed(2)} | ${Math.max(...timings.map(({ longestTurn }) => longestTurn)).toFixed(0)} | |`,
  ].join('\n');
}
