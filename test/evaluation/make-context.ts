import { RandomStream } from '../../src/engine/random';
import type { TypedTable } from '../../src/engine/typed-table';
import { alignTables } from '../../src/evaluation/align-tables';
import { rememberFirst } from '../../src/evaluation/examiner';
import { noChoices, type MeasureContext } from '../../src/evaluation/measure-context';

/** What a section is given, for three tables and seed 1; hears nothing and never waits. */
export function contextOf(
  { training, holdout, synthetic }: Readonly<Record<'training' | 'holdout' | 'synthetic', TypedTable>>,
  choices: Partial<MeasureContext['choices']> = {},
): MeasureContext {
  return {
    tables: alignTables(training, holdout, synthetic),
    choices: { ...noChoices, ...choices },
    effort: 'standard',
    random: (name) => new RandomStream(1, name),
    once: rememberFirst(1),
    onProgress: () => undefined,
    yieldControl: () => Promise.resolve(),
  };
}
