import { type InEachLanguage, inEachLanguage, type Language } from '../words';
import type { Evidence } from './evidence';
import { families } from './evidence';
import { EvidenceProgress, type GatheringProgress } from './evidence-progress';
import type { Examiner, ExaminerWatch } from './examiner';
import { judgeComparison } from './judge-comparison';
import type { EvidenceSection, MeasureContext, SectionResult } from './measure-context';
import type { ComparisonReport } from './report';

/** Evidence that is still being gathered: of the comparison whole fields, of the sections those that are done. */
export interface EvidenceSoFar extends Omit<Evidence, 'comparison'> {
  readonly comparison: Partial<ComparisonReport>;
}

/** Who hears of the evidence while it is gathered. */
export interface GatheringWatch {
  /** Each time with all there is so far. */
  readonly onPartial: (evidence: InEachLanguage<EvidenceSoFar>) => void;
  readonly onProgress: (progress: GatheringProgress) => void;
}

/** The parts of the evidence as they have been measured so far. */
export class MeasuredParts {
  comparison: InEachLanguage<Partial<ComparisonReport>> = inEachLanguage(() => ({}));
  /** By the section's name. */
  readonly sections = new Map<string, InEachLanguage<SectionResult<unknown>>>();

  forget(named: readonly Pick<EvidenceSection, 'name'>[]): void {
    for (const { name } of named) this.sections.delete(name);
  }
}

/**
 * Shares what is not yet in `parts` out among the examiners: each takes the next part as soon as it is free, the first of
 * them the comparison. Each part is put into `parts` when it is done, so that another gathering can go on from there.
 * Fails when any examiner does.
 */
export async function gatherFrom(
  examiners: readonly Examiner[],
  wanted: readonly Pick<EvidenceSection, 'name' | 'together'>[],
  parts: MeasuredParts,
  watch: GatheringWatch,
): Promise<InEachLanguage<Evidence>> {
  const hand = () => watch.onPartial(inEachLanguage((language) => assembleEvidence(parts, wanted, language)));
  const waiting: Job[] = wanted
    .filter(({ name }) => !parts.sections.has(name))
    .map(({ name, together }) => ({
      name,
      together,
      run: async (examiner, onProgress) =>
        void parts.sections.set(name, await examiner.measure(name, onProgress)),
    }));
  if (!isWhole(parts.comparison.en))
    waiting.unshift({ name: 'comparison', together: 'copies', run: compare });
  const begun = new Map<string, Examiner>();
  const progress = new EvidenceProgress(waiting.map(({ name }) => name));
  hand();

  async function compare(examiner: Examiner, onProgress: MeasureContext['onProgress']): Promise<void> {
    const take: ExaminerWatch['onPartial'] = (part) => {
      const known = parts.comparison;
      parts.comparison = inEachLanguage((language) => ({ ...known[language], ...part[language] }));
    };
    const onPartial: ExaminerWatch['onPartial'] = (part) => {
      take(part);
      hand();
    };
    take(await examiner.compare({ onPartial, onProgress: inStages(onProgress) }));
  }

  /** What belongs together waits for whoever has begun with it. */
  function takeNext(examiner: Examiner): Job | undefined {
    const at = waiting.findIndex(
      ({ together }) => together === undefined || (begun.get(together) ?? examiner) === examiner,
    );
    const job = at < 0 ? undefined : waiting.splice(at, 1)[0];
    if (job?.together !== undefined) begun.set(job.together, examiner);
    return job;
  }

  async function work(examiner: Examiner): Promise<void> {
    for (let job = takeNext(examiner); job; job = takeNext(examiner)) {
      const { name } = job;
      await job.run(examiner, (phase, done, total) =>
        watch.onProgress(progress.hear(name, phase, total > 0 ? done / total : 0)),
      );
      progress.end(name);
      hand();
    }
  }

  await Promise.all(examiners.map(work));
  return inEachLanguage((language) => {
    const comparison = parts.comparison[language];
    if (!isWhole(comparison)) throw new Error('No examiner was there to compare the tables.');
    return { ...assembleEvidence(parts, wanted, language), comparison };
  });
}

/** A part that waits for an examiner. */
interface Job {
  readonly name: string;
  readonly together: string | undefined;
  run(examiner: Examiner, onProgress: MeasureContext['onProgress']): Promise<void>;
}

function isWhole(comparison: Partial<ComparisonReport>): comparison is ComparisonReport {
  return comparison.copies !== undefined;
}

/** Columns, pairs, copies: how far the comparison is as a whole, each stage a third of it. */
function inStages(onProgress: MeasureContext['onProgress']): ExaminerWatch['onProgress'] {
  const stages: string[] = [];
  return ({ phase, done, total }) => {
    if (!stages.includes(phase)) stages.push(phase);
    onProgress(phase, stages.length - 1 + done / Math.max(1, total), 3);
  };
}

/** The parts as evidence: sections in the order they are listed in, whichever was measured first. */
function assembleEvidence(
  { comparison: compared, sections: measured }: MeasuredParts,
  listed: readonly Pick<EvidenceSection, 'name'>[],
  language: Language,
): EvidenceSoFar {
  const comparison = compared[language];
  const results = listed.flatMap(({ name }) => {
    const result = measured.get(name)?.[language];
    return result ? [[name, result] as const] : [];
  });
  const findings = [...judgeComparison(comparison), ...results.flatMap(([, result]) => result.findings)];
  return {
    comparison,
    sections: Object.fromEntries(
      results.flatMap(([name, { details }]) => (details === null ? [] : [[name, details]])),
    ),
    findings: families.flatMap((family) => findings.filter((finding) => finding.family === family)),
    notes: results.flatMap(([, result]) => result.notes),
  };
}
