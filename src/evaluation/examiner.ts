import { RandomStream } from '../engine/random';
import { type InEachLanguage, inEachLanguage } from '../words';
import type { AlignedTables } from './align-tables';
import { compareAligned, type ComparisonProgress } from './compare-tables';
import type { EvidenceChoices, EvidenceSection, MeasureContext, SectionResult } from './measure-context';
import { lookForCopiesOnce } from './privacy/look-for-copies';
import type { ComparisonReport } from './report';
import { sections } from './sections';
import { type CurveName } from './utility/curve-plans';
import { type LearningCurve, measureCurve } from './utility/learning-curves';

/** Where the evidence's parts are computed, one at a time: this thread, or a worker. What was found is told in each language. */
export interface Examiner {
  /** Columns, pairs and copies. The answer is what `onPartial` has not told: a wide table's figures do not travel twice. */
  compare(watch: ExaminerWatch): Promise<InEachLanguage<Partial<ComparisonReport>>>;
  measure(
    section: string,
    onProgress: MeasureContext['onProgress'],
  ): Promise<InEachLanguage<SectionResult<unknown>>>;
}

export interface ExaminerWatch {
  /** Finished fields of the report; later ones replace earlier ones. */
  readonly onPartial: (report: InEachLanguage<Partial<ComparisonReport>>) => void;
  readonly onProgress: (progress: ComparisonProgress) => void;
}

export interface ExaminerRequest {
  readonly choices: EvidenceChoices;
  readonly effort: MeasureContext['effort'];
  readonly seed: number;
}

/** Measures on this thread. The same tables and request give the same figures, whoever else measures other parts. */
export function examineHere(
  tables: AlignedTables,
  { choices, effort, seed }: ExaminerRequest,
  yieldControl: () => Promise<void>,
): Examiner {
  const once = rememberFirst(seed);
  return {
    compare: async ({ onPartial, onProgress }) => {
      const watch = {
        onPartial: (tell: () => Partial<ComparisonReport>) => onPartial(inEachLanguage(tell)),
        onProgress,
        yieldControl,
      };
      const tell = await compareAligned(tables, new RandomStream(seed, 'compare'), watch, (afterRows) =>
        lookForCopiesOnce({ once, tables, effort }, afterRows),
      );
      return inEachLanguage(() => ({ copies: tell().copies }));
    },
    measure: async (name, onProgress) => {
      const tell = await findSection(name).measure({
        tables,
        choices,
        effort,
        random: (stream) => new RandomStream(seed, `${name} ${stream}`),
        once,
        onProgress,
        yieldControl,
      });
      return inEachLanguage(tell);
    },
  };
}

/** A curve that someone asks for: no part of the evidence. A sentence that says why where there is none. */
export function drawCurve(
  name: CurveName,
  tables: AlignedTables,
  { choices, effort, seed }: ExaminerRequest,
  watch: Pick<MeasureContext, 'onProgress' | 'yieldControl'>,
): Promise<LearningCurve | string> {
  return measureCurve(name, {
    tables,
    choices,
    effort,
    random: (stream) => new RandomStream(seed, stream),
    onProgress: watch.onProgress,
    yieldControl: watch.yieldControl,
  });
}

/** The `once` of one examiner. */
export function rememberFirst(seed: number): MeasureContext['once'] {
  const made = new Map<string, Promise<unknown>>();
  return <Value>(name: string, make: (random: MeasureContext['random']) => Promise<Value>) => {
    const known = made.get(name) ?? make((stream) => new RandomStream(seed, `once ${name} ${stream}`));
    made.set(name, known);
    return known as Promise<Value>;
  };
}

function findSection(name: string): EvidenceSection {
  const section = sections.find((one): boolean => one.name === name);
  if (!section) throw new RangeError(`There is no section named ${name}.`);
  return section;
}
