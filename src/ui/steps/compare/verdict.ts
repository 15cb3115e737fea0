import type { LedgerRecord } from '../../../engine/privacy/ledger';
import type { Evidence } from '../../../evaluation/evidence';
import { describeEvidence } from '../../../release/verdict-words';
import type { ComparisonReport, CopyFigures, OverallFigure, RuledFigure } from '../../../evaluation/report';
import { formatShare } from '../../charts/format';
import { furthestPairs } from '../../charts/pair-grid';
import { rankColumns } from './ranking';
import { compareWords } from './words';

export interface Verdict {
  readonly level: 'close' | 'fair' | 'far';
  /** The whole comparison in a sentence or two. */
  readonly sentence: string;
  /** The column and the pair that are furthest off, named; null where there is none. */
  readonly worst: string | null;
  /** What should be looked at before a release; null when nothing stands out. */
  readonly warning: string | null;
}

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
  const isMissingTold = missing !== undefined && levelOf(missing, allowances.missing) !== 'close';
  const told = [shape, ...(trend ? [trend] : []), ...(isMissingTold ? [missing] : [])];
  const rulers = told.flatMap(({ holdout }) => (holdout === null ? [] : [formatShare(holdout)]));
  const copying = isPartial ? undefined : report.copies;
  const words = compareWords().verdict;
  const sentence = words.told({
    level: words.levels[level],
    shape: formatShare(shape.synthetic),
    trend: trend ? formatShare(trend.synthetic) : null,
    missing: isMissingTold ? formatShare(missing.synthetic) : null,
    rulers: rulers.length === told.length ? rulers : [],
  });
  return {
    level,
    sentence: copying ? `${sentence} ${describeCopying(copying)}` : sentence,
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
  const words = compareWords().verdict;
  if (exact.synthetic === 0) return words.noCopies;
  const copied = formatShare(exact.synthetic);
  if (exact.holdout === null) return words.copiesUnruled(copied);
  const areMany = exact.synthetic > 1.5 * exact.holdout + 0.001;
  return (areMany ? words.manyCopies : words.copies)(copied, formatShare(exact.holdout));
}

/** Synthetic rows that stand nearer to the rows learnt from than chance allows: the whole interval is above one half. */
function warnOfLeaning(copies: CopyFigures | undefined): string | null {
  const lean = copies?.closerToTraining;
  if (!lean || lean.low <= 0.5) return null;
  return compareWords().verdict.leaning(formatShare(lean.share));
}

function nameWorst(report: Partial<ComparisonReport>): string | null {
  const words = compareWords().verdict;
  const [column] = rankColumns(report.columns ?? []);
  const [pair] = report.pairs ? furthestPairs(report.pairs) : [];
  if (!column || column.distance.synthetic === 0) return null;
  const off = writeRuled(column.distance.synthetic, column.distance.holdout);
  if (!pair) return words.furthest(column.name, off);
  const pairOff = writeRuled(pair.error, pair.holdoutError);
  return words.furthestBoth(column.name, off, pair.first, pair.second, pairOff);
}

function writeRuled(synthetic: number, holdout: number | null): string {
  const share = formatShare(synthetic);
  return holdout === null ? share : compareWords().verdict.ruled(share, formatShare(holdout));
}
