import type { Finding } from './evidence';

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
  const notes = [
    `Real cells were kept in ${nameSome(kept)}: figures on these columns alone compare the real table with itself, and those on pairs ` +
      'and rows are flattered by them.',
    'Measures of privacy take all of a row for new, which no row here is: none of them was judged.',
  ];
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
    sentence: 'Not judged: real cells were kept in every row, and this measure takes all of a row for new.',
  };
}

/** The first three names, and how many more. */
export function nameSome(names: readonly string[]): string {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return names.slice(0, 3).join(', ') + more;
}
