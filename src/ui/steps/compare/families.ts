import { isMeasured, type Finding, type Verdict } from '../../../evaluation/evidence';
import { writeNumber } from '../../../words';
import { compareWords } from './words';

/** A finding's verdict in words; one that has a figure and none is not judged rather than not measured. */
export function judgementOf(finding: Finding): string {
  const { notJudged, verdicts } = compareWords().families;
  return finding.verdict === 'unmeasured' && isMeasured(finding) ? notJudged : verdicts[finding.verdict];
}

/** From best to worst; what was not measured says nothing either way. */
const order: readonly Verdict[] = ['unmeasured', 'good', 'fair', 'poor'];

/** Findings by falling need to look at them; among equals in the order they came. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => order.indexOf(b.verdict) - order.indexOf(a.verdict));
}

export function verdictOf(findings: readonly Finding[]): Verdict {
  return worstFirst(findings).at(0)?.verdict ?? 'unmeasured';
}

/** How many findings are of which verdict, in words: `2 of 7 worth a look`; null where all are alike. */
export function countVerdicts(findings: readonly Finding[]): string | null {
  const verdict = verdictOf(findings);
  const alike = findings.filter((finding) => finding.verdict === verdict).length;
  if (alike === findings.length || verdict === 'unmeasured' || verdict === 'good') return null;
  return compareWords().families.ofAll(alike, findings.length);
}

/**
 * The findings that stand for a family at a glance: first what is amiss, then the first of each measure (the id up to its
 * dot), then the others.
 */
export function pickForGlance(findings: readonly Finding[], most: number): Finding[] {
  const measures = new Set<string>();
  const isFirstOfMeasure = ({ id }: Finding) => {
    const measure = id.split('.')[0];
    return !measures.has(measure) && measures.add(measure) !== undefined;
  };
  const isAmiss = ({ verdict }: Finding) => verdict === 'fair' || verdict === 'poor';
  const amiss = worstFirst(findings.filter(isAmiss));
  amiss.forEach(isFirstOfMeasure);
  const sound = findings.filter((finding) => finding.verdict === 'good');
  const leading = sound.filter(isFirstOfMeasure);
  const others = sound.filter((finding) => !leading.includes(finding));
  return [...amiss, ...leading, ...others].slice(0, most);
}

/** What a strip's ends and direction mean: `0 to 1; lower is better, 0 is best.` */
export function describeScale({ range, better, ideal }: Finding): string {
  const words = compareWords().families;
  const [low, high] = range.map((end) => (Number.isFinite(end) ? writeNumber(end) : null));
  const reach = low === null || high === null ? words.upFrom(low ?? words.any) : words.span(low, high);
  const isLower = better === 'lower';
  if (!Number.isFinite(ideal)) return isLower ? words.lower(reach) : words.higher(reach);
  const best = writeNumber(ideal);
  if (better === 'near ideal') return words.isIdeal(reach, best);
  return isLower ? words.lowerTo(reach, best) : words.higherTo(reach, best);
}
