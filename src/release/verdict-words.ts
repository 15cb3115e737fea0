import type { LedgerRecord } from '../engine/privacy/ledger';
import { type Evidence, families, type Family, type Finding, type Verdict } from '../evaluation/evidence';
import { nameSome } from '../evaluation/partial-evidence';
import type { FamilyVerdict } from './decision';
import { guaranteeInShort } from './guarantee';

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
    const words = family === 'utility' ? tellUtility(own, target) : clauses[family](verdict, faults(own));
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
    comparison.rows.synthetic > 0 ? guaranteeInShort(ledger) : 'there are no rows',
  ];
  const { kept = [] } = evidence;
  const begin = kept.length > 0 ? `Real cells of ${nameSome(kept)} are in every row. ` : '';
  return { words: `${begin}${clausesTold.join('; ')}.`, families: told };
}

function isFault(verdict: Verdict): boolean {
  return verdict === 'fair' || verdict === 'poor';
}

/** The number columns whose tails are thin, where that is worth telling; at most three are named. */
function thinTails({ findings, sections }: Evidence): string[] {
  const tails = findings.find(({ id }) => id === 'tails.lost');
  if (!tails || !isFault(tails.verdict)) return [];
  const thin = (sections.fidelity?.columns ?? []).filter(({ synthetic: { numbers } }) =>
    numbers ? numbers.tails.low || numbers.tails.high : false,
  );
  if (thin.length === 0) return [];
  const more = thin.length > 3 ? ` and ${thin.length - 3} more` : '';
  return [
    `tails of ${thin
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ')}${more} are thin`,
  ];
}

/** The names of what is amiss, worst first, at most two. */
function faults(findings: readonly Finding[]): string {
  const named = (['poor', 'fair'] as const).flatMap((verdict) =>
    findings.filter((finding) => finding.verdict === verdict).map(({ name }) => name.split(',')[0]),
  );
  const more = named.length > 2 ? ` and ${named.length - 2} more` : '';
  return `${named.slice(0, 2).join(', ')}${more}`;
}

const standIns: Readonly<Record<Verdict, string>> = {
  good: 'Good stand-in for',
  fair: 'Usable stand-in, at some loss, for',
  poor: 'Poor stand-in for',
  unmeasured: 'Not known how good a stand-in for',
};

/** How well models fare decides where it is known; what else is amiss is named beside it. */
function tellUtility(findings: readonly Finding[], target: string | null): string {
  const task = target === null ? 'modelling' : `modelling ${target}`;
  const gap = findings.find(({ id }) => id === 'utility.gap');
  const judged = gap && gap.verdict !== 'unmeasured' ? gap.verdict : worstVerdict(findings);
  const begin = `${standIns[judged]} ${task}`;
  const others = faults(findings.filter((finding) => finding !== gap));
  return others === '' ? begin : `${begin} (look at ${others})`;
}

type Clause = (verdict: Verdict, faults: string) => string;

const clauses: Readonly<Record<Exclude<Family, 'utility'>, Clause>> = {
  fidelity: (verdict, faults) =>
    spoken(verdict, faults, {
      good: 'columns and pairs are alike',
      amiss: 'likeness wants a look',
      unmeasured: 'likeness was not judged',
    }),
  diversity: (verdict, faults) =>
    spoken(verdict, faults, {
      good: 'as varied as real rows',
      amiss: 'variety is lost',
      unmeasured: 'variety was not measured',
    }),
  fairness: (verdict, faults) =>
    spoken(verdict, faults, {
      good: 'no gap between groups is widened',
      amiss: 'groups fare unlike',
      unmeasured: 'no column was marked sensitive',
    }),
  privacy: (verdict, faults) =>
    spoken(verdict, faults, {
      good: 'no sign of copying',
      amiss: verdict === 'poor' ? 'signs of copying' : 'privacy wants a look',
      unmeasured: 'copying was not measured',
    }),
};

function spoken(
  verdict: Verdict,
  faults: string,
  words: { readonly good: string; readonly amiss: string; readonly unmeasured: string },
): string {
  if (isFault(verdict)) return `${words.amiss} (${faults})`;
  return words[verdict === 'good' ? 'good' : 'unmeasured'];
}
