import type { LedgerRecord } from '../../../engine/privacy/ledger';
import type { Evidence } from '../../../evaluation/evidence';
import { describeEvidence } from '../../../release/verdict-words';
import type { ComparisonReport, CopyFigures, OverallFigure, RuledFigure } from '../../../evaluation/report';
import { formatShare } from '../../charts/format';
import { rankPairs } from '../../charts/pair-grid';
import { rankColumns } from './ranking';

export interface Verdict {
  readonly level: 'close' | 'fair' | 'far';
  /** The whole comparison in a sentence or two. */
  readonly sentence: string;
  /** The column and the pair that are furthest off, named; null where there is none. */
  readonly worst: string | null;
  /** What should be looked at before a release; null when nothing stands out. */
  readonly warning: string | null;
}

const words: Readonly<Record<Verdict['level'], string>> = { close: 'Close', fair: 'Fair', far: 'Not close' };

/** Errors up to these are called close even where the ruler is finer: single columns, pairs, missing cells. */
const allowances: Readonly<Record<OverallFigure['name'], number>> = {
  shape: 0.015,
  trend: 0.03,
  missing: 0.01,
};

/**
 * Says in plain words how near the synthetic rows are: the worst family decides. Close: at most half as far again
 * as rows the model never saw (or within a small allowance); fair: at most three times; not close: further.
 * Null until single columns have been compared.
 * @param isPartial real cells were kept: nothing is said of copies
 */
export function judge(report: Partial<ComparisonReport>, isPartial = false): Verdict | null {
  const figures = (report.overall ?? []).filter(({ synthetic }) => Number.isFinite(synthetic));
  const shape = figures.find(({ name }) => name === 'shape');
  if (!shape) return null;
  const trend = figures.find(({ name }) => name === 'trend');
  const level = worstLevel(figures.map((figure) => levelOf(figure, allowances[figure.name])));
  const missing = figures.find(({ name }) => name === 'missing');
  const told: Told[] = [['single columns are', shape]];
  if (trend) told.push(['pairs', trend]);
  if (missing && levelOf(missing, allowances.missing) !== 'close') told.push(['missing cells', missing]);
  const copying = isPartial ? undefined : report.copies;
  const copies = copying ? ` ${describeCopying(copying)}` : '';
  return {
    level,
    sentence: `${words[level]}: ${joinFigures(told)}.${copies}`,
    worst: nameWorst(report),
    warning: warnOfLeaning(copying),
  };
}

/**
 * The whole evidence in one sentence, and how the worst family fares.
 * @param ledger of what was learnt; null where there is no formal guarantee
 */
export function decideInWords(
  evidence: Evidence,
  target: string | null,
  ledger: LedgerRecord | null,
): Pick<Verdict, 'level'> & { words: string } {
  const { words, families } = describeEvidence(evidence, evidence.sections.utility?.target ?? target, ledger);
  const verdicts = families.map(({ verdict }) => verdict);
  const level = verdicts.includes('poor') ? 'far' : verdicts.includes('fair') ? 'fair' : 'close';
  return { words, level };
}

type Told = readonly [string, RuledFigure];

function joinFigures(told: readonly Told[]): string {
  const off = told.map(([what, figure], index) =>
    index === 0
      ? `${what} off by ${formatShare(figure.synthetic)}`
      : `${what} by ${formatShare(figure.synthetic)}`,
  );
  const rulers = told.flatMap(([, { holdout }]) => (holdout === null ? [] : [formatShare(holdout)]));
  const beside = rulers.length === told.length ? `; rows the model never saw: ${joinList(rulers)}` : '';
  return `${off.join(', ')}${beside}`;
}

function joinList(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

function levelOf({ synthetic, holdout }: RuledFigure, allowance: number): Verdict['level'] {
  const ruler = holdout ?? 0;
  if (synthetic <= Math.max(1.5 * ruler, allowance)) return 'close';
  return synthetic <= 3 * Math.max(ruler, allowance) ? 'fair' : 'far';
}

function worstLevel(levels: readonly Verdict['level'][]): Verdict['level'] {
  if (levels.includes('far')) return 'far';
  return levels.includes('fair') ? 'fair' : 'close';
}

/** Whether rows were copied, beside how often that happens by chance. */
export function describeCopying({ exact }: CopyFigures): string {
  if (exact.synthetic === 0) return 'No row is copied.';
  const copied = `${formatShare(exact.synthetic)} of the rows equal a real one`;
  if (exact.holdout === null)
    return `${copied}; there are too few held-out rows to say how many do by chance.`;
  const chance = `of rows the model never saw, ${formatShare(exact.holdout)} do`;
  return exact.synthetic > 1.5 * exact.holdout + 0.001
    ? `Look at this: ${copied}; ${chance}.`
    : `${copied}; ${chance}.`;
}

/** Synthetic rows that stand nearer to the rows learnt from than chance allows: the whole interval is above one half. */
function warnOfLeaning(copies: CopyFigures | undefined): string | null {
  const lean = copies?.closerToTraining;
  if (!lean || lean.low <= 0.5) return null;
  return (
    `Synthetic rows lean towards the rows learnt from: ${formatShare(lean.share)} are nearer to one of those than to as many ` +
    'rows never seen, where 50\u00a0% is even. A sign that some may have been learnt by heart.'
  );
}

function nameWorst(report: Partial<ComparisonReport>): string | null {
  const [column] = rankColumns(report.columns ?? []);
  const [pair] = report.pairs ? rankPairs(report.pairs, 1) : [];
  if (!column || column.distance.synthetic === 0) return null;
  const single = `Furthest off: ${column.name}, by ${formatShare(column.distance.synthetic)}${beside(column.distance.holdout)}`;
  return pair
    ? `${single}; of pairs, ${pair.first} with ${pair.second}, by ${formatShare(pair.error)}${beside(pair.holdoutError)}.`
    : `${single}.`;
}

function beside(holdout: number | null): string {
  return holdout === null ? '' : ` (rows never seen: ${formatShare(holdout)})`;
}
