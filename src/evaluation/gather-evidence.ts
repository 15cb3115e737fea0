import { RandomStream } from '../engine/random';
import type { AlignedTables } from './align-tables';
import { compareAligned, type ComparisonWatch } from './compare-tables';
import type { Evidence, Finding } from './evidence';
import { families } from './evidence';
import type { EvidenceChoices, MeasureContext } from './measure-context';
import type { ComparisonReport } from './report';
import { type SectionDetails, sections } from './sections';

/** Evidence that is still being gathered: of the comparison whole fields, of the sections those that are done. */
export interface EvidenceSoFar extends Omit<Evidence, 'comparison'> {
  readonly comparison: Partial<ComparisonReport>;
}

/** Who hears of the evidence while it is gathered. */
export interface EvidenceWatch extends Omit<ComparisonWatch, 'onPartial'> {
  /** Each time with all there is so far. */
  readonly onPartial: (evidence: EvidenceSoFar) => void;
}

export interface EvidenceRequest {
  readonly choices: EvidenceChoices;
  readonly effort: MeasureContext['effort'];
  readonly seed: number;
  /** Sections to leave out, by name. */
  readonly without?: readonly string[];
}

/**
 * Compares columns, pairs and copies, then asks every section, one after another; what is known is handed out after
 * each. The same tables and request give the same evidence.
 */
export async function gatherEvidence(
  tables: AlignedTables,
  { choices, effort, seed, without = [] }: EvidenceRequest,
  watch: EvidenceWatch,
): Promise<Evidence> {
  let comparison: Partial<ComparisonReport> = {};
  let details: Partial<SectionDetails> = {};
  const findings: Finding[] = [];
  const notes: string[] = [];
  const hand = () =>
    watch.onPartial({ comparison, sections: details, findings: inFamilyOrder(findings), notes: [...notes] });
  const whole = await compareAligned(tables, new RandomStream(seed, 'compare'), {
    ...watch,
    onPartial: (part) => {
      comparison = { ...comparison, ...part };
      hand();
    },
  });
  comparison = whole;
  hand();
  const once = rememberFirst(seed);
  for (const section of sections) {
    if (without.includes(section.name)) continue;
    const result = await section.measure({
      tables,
      choices,
      effort,
      random: (name) => new RandomStream(seed, `${section.name} ${name}`),
      once,
      onProgress: (phase, done, total) => watch.onProgress({ phase, done, total, unit: 'steps' }),
      yieldControl: watch.yieldControl,
    });
    if (result.details !== null) details = { ...details, [section.name]: result.details };
    findings.push(...result.findings);
    notes.push(...result.notes);
    hand();
  }
  return { comparison: whole, sections: details, findings: inFamilyOrder(findings), notes };
}

/** The `once` of one gathering. */
export function rememberFirst(seed: number): MeasureContext['once'] {
  const made = new Map<string, Promise<unknown>>();
  return <Value>(name: string, make: (random: MeasureContext['random']) => Promise<Value>) => {
    const known = made.get(name) ?? make((stream) => new RandomStream(seed, `once ${name} ${stream}`));
    made.set(name, known);
    return known as Promise<Value>;
  };
}

function inFamilyOrder(findings: readonly Finding[]): Finding[] {
  return families.flatMap((family) => findings.filter((finding) => finding.family === family));
}
