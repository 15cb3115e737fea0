import { RandomStream } from '../../src/engine/random';
import type { TypedTable } from '../../src/engine/typed-table';
import { alignTables } from '../../src/evaluation/align-tables';
import { rememberFirst } from '../../src/evaluation/examiner';
import {
  type EvidenceSection,
  type MeasureContext,
  noChoices,
  type SectionResult,
} from '../../src/evaluation/measure-context';
import type { SectionDetails } from '../../src/evaluation/sections';

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

/** What a section finds, as it tells it in the language now spoken. */
export async function measured<Name extends keyof SectionDetails>(
  section: EvidenceSection<Name>,
  context: MeasureContext,
): Promise<SectionResult<SectionDetails[Name]>> {
  const tell = await section.measure(context);
  return tell();
}
