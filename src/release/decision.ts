import type { LedgerRecord } from '../engine/privacy/ledger';
import type { Evidence, Family, Finding, Verdict } from '../evaluation/evidence';
import { nameSome } from '../evaluation/partial-evidence';
import type { EvidenceChoices } from '../evaluation/measure-context';
import { checkPolicy, type Outcome, type PolicyCheck } from './check-policy';
import { partialSynthesis } from './guarantee';
import type { Policy } from './policy';
import { describeEvidence } from './verdict-words';
import { releaseWords } from './words';

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
    certificate: certify(check, tasks) + (kept.length > 0 ? releaseWords().keptUnjudged(nameSome(kept)) : ''),
  };
}

/** A task is spoken of only where something of it could be judged. */
function isJudged({ verdict }: Finding): boolean {
  return verdict !== 'unmeasured';
}

function listTasks(findings: readonly Finding[], target: string | null): string[] {
  const words = releaseWords();
  const judged = new Set(findings.filter(isJudged).map(({ family }) => family));
  return [
    words.describingTask,
    ...(judged.has('utility') ? [words.predictingTask(target)] : []),
    ...(judged.has('fairness') ? [words.groupsTask] : []),
  ];
}

function listAssumptions(
  { comparison, kept = [] }: Evidence,
  { known }: EvidenceChoices,
  ledger: LedgerRecord | null,
): string[] {
  const words = releaseWords();
  return [
    ...(kept.length > 0 ? [partialSynthesis(kept)] : []),
    comparison.rows.holdout > 0 ? words.heldOutAlike : words.noneHeldOut,
    words.attackerKnows(known),
    words.rowsOfThisModel,
    ledger ? words.besideGuarantee : words.evidenceOnly,
  ];
}

function certify(check: PolicyCheck, tasks: readonly string[]): string {
  const words = releaseWords();
  const { results, met } = check;
  const of = (outcome: Outcome) =>
    results
      .filter((result) => result.outcome === outcome)
      .map(({ name, limit }) => words.threshold(name, limit));
  const failing = check.onMissing === 'fail' ? [...of('fail'), ...of('not measured')] : of('fail');
  const policy = words.policyName(check.policy);
  return met
    ? words.met({ tasks, policy, thresholds: of('pass') }, of('not measured'))
    : words.unmet({ tasks, policy, thresholds: failing });
}
