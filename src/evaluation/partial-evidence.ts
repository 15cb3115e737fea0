import type { Finding } from './evidence';
import { evaluationWords } from './words';

/** Evidence, be it whole or still being gathered. */
interface Judged {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

const unknown = { value: Number.NaN, interval: null };

/**
 * The evidence about a table some of whose columns hold real cells row by row. Every measure of privacy takes all of a row for
 * new: none is judged. What the figures of the other families mean is said.
 * @param kept names of those columns; without any the evidence is given back as it is
 */
export function judgePartly<Evidence extends Judged>(
  evidence: Evidence,
  kept: readonly string[],
): Evidence & { readonly kept?: readonly string[] } {
  if (kept.length === 0) return evidence;
  const { keptFlatters, keptHidesPrivacy } = evaluationWords();
  const notes = [keptFlatters(nameSome(kept)), keptHidesPrivacy];
  return {
    ...evidence,
    kept,
    findings: evidence.findings.map((finding) =>
      finding.family === 'privacy' ? unjudged(finding) : finding,
    ),
    notes: [...notes, ...evidence.notes],
  };
}

function unjudged(finding: Finding): Finding {
  return {
    ...finding,
    synthetic: unknown,
    verdict: 'unmeasured',
    sentence: evaluationWords().keptNotJudged,
  };
}

/** The first three names, and how many more. */
export function nameSome(names: readonly string[]): string {
  const first = names.slice(0, 3).join(', ');
  return names.length > 3 ? evaluationWords().andMore(first, names.length - 3) : first;
}
