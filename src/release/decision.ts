import type { LedgerRecord } from '../engine/privacy/ledger';
import type { Evidence, Family, Finding, Verdict } from '../evaluation/evidence';
import { nameSome } from '../evaluation/partial-evidence';
import type { EvidenceChoices } from '../evaluation/measure-context';
import { checkPolicy, type PolicyCheck } from './check-policy';
import { partialSynthesis } from './guarantee';
import type { Policy } from './policy';
import { describeEvidence } from './verdict-words';

/** What the evidence comes to: words for a person, a policy checked, and what may be certified. Private: it has figures. */
export interface Decision {
  /** The verdict in one sentence without a figure. */
  readonly words: string;
  readonly families: readonly FamilyVerdict[];
  readonly check: PolicyCheck;
  /** What the evidence speaks of: `predicting income`. */
  readonly tasks: readonly string[];
  /** Sentences. */
  readonly assumptions: readonly string[];
  /** “On these tasks, under these assumptions, this release meets these thresholds” with each of them named. */
  readonly certificate: string;
}

export interface FamilyVerdict {
  readonly family: Family;
  /** The worst of its findings'. */
  readonly verdict: Verdict;
  readonly words: string;
}

/**
 * Puts a decision before whoever must take it.
 * @param choices those that the evidence was gathered with
 * @param ledger of what was learnt; null where there is no formal guarantee
 */
export function decide(
  evidence: Evidence,
  choices: EvidenceChoices,
  policy: Policy,
  ledger: LedgerRecord | null,
): Decision {
  const target = evidence.sections.utility?.target ?? choices.target;
  const { kept = [] } = evidence;
  const { words, families } = describeEvidence(evidence, target, ledger);
  // What cannot be judged where real cells go out is no pass.
  const asked: Policy = kept.length > 0 ? { ...policy, onMissing: 'fail' } : policy;
  const check = checkPolicy(asked, evidence.findings);
  const tasks = listTasks(evidence.findings, target);
  return {
    words,
    families,
    check,
    tasks,
    assumptions: listAssumptions(evidence, choices, ledger),
    certificate: certify(check, tasks) + tellKept(kept),
  };
}

function tellKept(kept: readonly string[]): string {
  if (kept.length === 0) return '';
  return ` Real cells of ${nameSome(kept)} go out in every row: no threshold speaks for them.`;
}

/** A task is spoken of only where something of it could be judged. */
function isJudged({ verdict }: Finding): boolean {
  return verdict !== 'unmeasured';
}

function listTasks(findings: readonly Finding[], target: string | null): string[] {
  const judged = new Set(findings.filter(isJudged).map(({ family }) => family));
  return [
    'describing single columns and pairs of columns',
    ...(judged.has('utility') ? [target === null ? 'predicting one column' : `predicting ${target}`] : []),
    ...(judged.has('fairness') ? ['treating groups alike'] : []),
  ];
}

function listAssumptions(
  { comparison, kept = [] }: Evidence,
  { known }: EvidenceChoices,
  ledger: LedgerRecord | null,
): string[] {
  const ruler =
    comparison.rows.holdout > 0
      ? 'The held-out rows came about as the rows that the model learnt from did.'
      : 'There were no held-out rows: what chance alone would give is not known.';
  const attackers =
    known.length > 0
      ? `Whoever attacks knows ${known.join(', ')} of a person, and tries what was tried here.`
      : 'Whoever attacks knows no more of a person than the attacks tried here were given.';
  return [
    ...(kept.length > 0 ? [partialSynthesis(kept)] : []),
    ruler,
    attackers,
    'The rows released come from the model that was measured.',
    ledger
      ? 'This is evidence, not proof, and no part of the formal guarantee: that covers the rows alone.'
      : 'This is evidence, not proof: there is no formal guarantee.',
  ];
}

function certify(check: PolicyCheck, tasks: readonly string[]): string {
  const begin = `On these tasks (${tasks.join('; ')}), under these assumptions, this release`;
  const { results, met } = check;
  const of = (outcome: string) => results.filter((result) => result.outcome === outcome);
  const failing = check.onMissing === 'fail' ? [...of('fail'), ...of('not measured')] : of('fail');
  if (!met) return `${begin} does not meet these thresholds of “${check.policy}”: ${nameAll(failing)}.`;
  const open = of('not measured');
  const rest = open.length > 0 ? ` Not measured: ${nameAll(open)}.` : '';
  return `${begin} meets these thresholds of “${check.policy}”: ${nameAll(of('pass'))}.${rest}`;
}

function nameAll(results: PolicyCheck['results']): string {
  return results.length === 0 ? 'none' : results.map(({ name, limit }) => `${name}, ${limit}`).join('; ');
}
