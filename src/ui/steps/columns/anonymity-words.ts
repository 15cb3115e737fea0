import type { AnonymityReport, Remedy } from '../../../engine/sensitive/anonymity/measure-anonymity';
import { coarseningWords } from '../../../engine/sensitive/coarsen';
import { formatShare } from '../../charts/format';
import { formatCount, formatOf } from '../../components/plain-numbers';

/** What the counting comes to, in one sentence. */
export function anonymityVerdict({ rows, unique, under, smallest, k }: AnonymityReport): string {
  if (under === 0)
    return `Every row has at least ${formatOf(smallest - 1, 'other')} like it in these columns.`;
  const share = formatShare(under / rows);
  const alone =
    unique === 0 ? 'none is alone' : `${formatOf(unique, 'row')} ${unique === 1 ? 'is' : 'are'} alone`;
  return `${formatOf(under, 'row')} of ${formatCount(rows)} (${share}) ${under === 1 ? 'has' : 'have'} fewer than ${k - 1} others like ${under === 1 ? 'it' : 'them'}; ${alone}.`;
}

export function remedyWords({ column, way }: Remedy): string {
  return way === 'drop' ? `Leave out ${column}` : `Keep only ${coarseningWords[way]} of ${column}`;
}

/** For each column the mildest ways are of more use than ten ways of the same: its best coarsening, and leaving it out. */
export function remediesShown({ remedies }: AnonymityReport): Remedy[] {
  const seen = new Set<string>();
  return remedies.filter(({ column, way }) => {
    const key = `${column}\n${way === 'drop' ? way : 'coarser'}`;
    return !seen.has(key) && seen.add(key);
  });
}
