import type { LedgerRecord } from '../engine/privacy/ledger';
import { type Evidence, families, type Family, type Finding, type Verdict } from '../evaluation/evidence';
import { nameSome } from '../evaluation/partial-evidence';
import type { FamilyVerdict } from './decision';
import { guaranteeInShort } from './guarantee';
import { releaseWords } from './words';

interface EvidenceWords {
  /** One sentence without a figure, from the family that matters most to the guarantee. */
  readonly words: string;
  readonly families: readonly FamilyVerdict[];
}

/** From best to worst; what was not measured says nothing either way. */
const order: readonly Verdict[] = ['unmeasured', 'good', 'fair', 'poor'];

/** The worst verdict there is; `unmeasured` where nothing was measured. */
function worstVerdict(findings: readonly Finding[]): Verdict {
  return findings.reduce<Verdict>(
    (worst, { verdict }) => (order.indexOf(verdict) > order.indexOf(worst) ? verdict : worst),
    'unmeasured',
  );
}

/**
 * The evidence in words: each family in a clause, and the verdict as a sentence of those that matter.
 * @param ledger of what was learnt; null where there is no formal guarantee
 */
export function describeEvidence(
  evidence: Evidence,
  target: string | null,
  ledger: LedgerRecord | null,
): EvidenceWords {
  const { findings, comparison } = evidence;
  const told = families.map((family): FamilyVerdict => {
    const own = findings.filter((finding) => finding.family === family);
    const verdict = worstVerdict(own);
    const words = family === 'utility' ? tellUtility(own, target) : tellFamily(family, verdict, own);
    return { family, verdict, words };
  });
  const of = (family: Family) => told.find((one) => one.family === family)?.words ?? '';
  const amiss = (family: Family) => told.some((one) => one.family === family && isFault(one.verdict));
  const clausesTold = [
    of('utility'),
    of('fidelity'),
    ...thinTails(evidence),
    ...(amiss('diversity') ? [of('diversity')] : []),
    ...(amiss('fairness') ? [of('fairness')] : []),
    of('privacy'),
    comparison.rows.synthetic > 0 ? guaranteeInShort(ledger) : releaseWords().noRows,
  ];
  const { kept = [] } = evidence;
  const words = releaseWords().verdict(kept.length > 0 ? nameSome(kept) : null, clausesTold);
  return { words, families: told };
}

function isFault(verdict: Verdict): verdict is 'fair' | 'poor' {
  return verdict === 'fair' || verdict === 'poor';
}

/** The number columns whose tails are thin, where that is worth telling; at most three are named. */
function thinTails({ findings, sections }: Evidence): string[] {
  const tails = findings.find(({ id }) => id === 'tails.lost');
  if (!tails || !isFault(tails.verdict)) return [];
  const thin = (sections.fidelity?.columns ?? []).filter(({ synthetic: { numbers } }) =>
    numbers ? numbers.tails.low || numbers.tails.high : false,
  );
  return thin.length > 0 ? [releaseWords().thinTails(nameSome(thin.map(({ name }) => name)))] : [];
}

/** The names of what is amiss, worst first, at most two. */
function faults(findings: readonly Finding[]): string {
  const named = (['poor', 'fair'] as const).flatMap((verdict) =>
    findings.filter((finding) => finding.verdict === verdict).map(({ name }) => name.split(',')[0]),
  );
  return releaseWords().faults(named.slice(0, 2), Math.max(0, named.length - 2));
}

/** How well models fare decides where it is known; what else is amiss is named beside it. */
function tellUtility(findings: readonly Finding[], target: string | null): string {
  const gap = findings.find(({ id }) => id === 'utility.gap');
  const judged = gap && gap.verdict !== 'unmeasured' ? gap.verdict : worstVerdict(findings);
  const others = findings.filter((finding) => finding !== gap);
  return releaseWords().standIn(judged, target, faults(others));
}

function tellFamily(
  family: Exclude<Family, 'utility'>,
  verdict: Verdict,
  findings: readonly Finding[],
): string {
  const words = releaseWords();
  if (isFault(verdict)) return words.amiss(family, verdict, faults(findings));
  return words[verdict][family];
}
