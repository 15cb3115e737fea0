import { type Payment, rowsPerUnit } from '../../../engine/privacy/ledger';
import { likenessAt } from '../../../engine/privacy/likeness-bought';
import { certaintyAfter } from '../../../engine/privacy/meaning';
import {
  chosenMechanism,
  type PrivacySettings,
  type PrivateMechanism,
} from '../../../engine/privacy/settings';
import { factorWords } from '../../../release/guarantee';
import { formatCount } from '../../components/plain-numbers';

interface MechanismWords {
  readonly label: string;
  /** What it looks at, and when it serves best, in one sentence. */
  readonly text: string;
}

export const mechanismWords: Readonly<Record<PrivateMechanism, MechanismWords>> = {
  hybrid: {
    label: 'Pairs, then a network',
    text: 'What AIM counts teaches a network, which private steps on the real rows refine: best where rows × ε come to 30,000.',
  },
  'dp-sgd': {
    label: 'A network (DP-SGD)',
    text: 'Private steps on the real rows alone, from random weights: for comparison, as it is behind the others at most sizes.',
  },
  aim: {
    label: 'Chosen pairs (AIM)',
    text: 'Columns, and the pairs that tell most, are counted with noise: best for smaller tables.',
  },
  mst: {
    label: 'A tree of pairs (MST)',
    text: 'Each column with one other: quick, and what the tree does not hold is lost.',
  },
  independent: {
    label: 'Columns alone',
    text: 'Every column by itself: the least noise in each, and no connection between them.',
  },
};

/** `73 %`; towards the ends in words, as no rounding may make certainty of it. */
function shareWords(share: number): string {
  if (share >= 0.995) return 'all but certain';
  return `${Math.round(100 * share)} % sure`;
}

/** What ε means for one person, in a sentence or two. */
export function certaintyWords(epsilon: number): string {
  const after = (before: number) => shareWords(certaintyAfter(before, epsilon));
  return (
    `Someone who is 50 % sure that a person is in the table can become at most ${after(0.5)} by seeing the rows; who is 10 % sure, ` +
    `at most ${after(0.1)}. The odds change by a factor of ${factorWords(epsilon)} at most.`
  );
}

/** `About ± 27 rows of 2,000 in every count of a column (1.3 %).` */
export function noiseWords(noise: number, declaredRows: number): string {
  const rows = noise * declaredRows;
  const share = 100 * noise;
  return `Every count of a column is off by about ${formatCount(rows < 10 ? Math.round(10 * rows) / 10 : Math.round(rows))} of ${formatCount(declaredRows)} rows (${share < 10 ? share.toFixed(1) : Math.round(share)} %), by noise alone.`;
}

/** What so much noise usually leaves: from simulations, as this table must not be asked. */
export function likenessWords(noise: number): string {
  const { columns, pairs } = likenessAt(noise);
  const percent = (share: number) =>
    `${share < 0.01 ? (100 * share).toFixed(1) : Math.round(100 * share)}\u00a0%`;
  return `On made-up customers of a bank, with bounds and lists typed, as much noise put single columns off by about ${percent(columns)}, and pairs of them by ${percent(pairs)}.`;
}

/** `1 in 100,000` */
export function chanceWords(delta: number): string {
  return `1 in ${formatCount(Math.round(1 / delta))}`;
}

/** Which mechanism is proposed, and why: public facts alone decide. */
export function proposalWords(draft: PrivacySettings): string {
  const proposed = chosenMechanism({ ...draft, mechanism: 'proposed' });
  const { label } = mechanismWords[proposed];
  if (!(draft.declaredRows >= 1)) return 'Which one is proposed hangs on the declared rows.';
  const mostRows = rowsPerUnit(draft.unit);
  const product = formatCount(Math.round((draft.declaredRows * draft.epsilon) / mostRows));
  const what = mostRows === 1 ? 'rows × ε' : 'rows × ε, over the rows used of each,';
  const enough = proposed === 'hybrid' ? '30,000 or more' : 'less than 30,000';
  return `${label} is proposed, as ${what} come to ${product}: ${enough}.`;
}

/** What a look cost, for a person: a part of the budget, or nothing. */
export function costWords({ kind }: Payment, share: number | null): string {
  if (kind === 'public') return 'free: declared';
  const what = kind === 'threshold' ? 'δ' : 'the budget';
  return share === null ? `a part of ${what}` : `${Math.round(100 * share)} % of ${what}`;
}
