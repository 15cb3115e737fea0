import { permutation } from '../../engine/random';
import type { Figure, Finding } from '../evidence';
import type { EvidenceSection, MeasureContext } from '../measure-context';
import { findNeighbours } from '../neighbours/find-neighbours';
import { indexNeighbours, type NeighbourIndex } from '../neighbours/neighbour-index';
import { type PlacedRows, placeRows } from '../neighbours/row-space';
import { excessOver, judgeExcess } from './excess';
import { nearCopyLimit } from './near-copies';
import { aucFigure, truePositiveRateAt } from './roc';
import { indexSynthetic, type SyntheticIndex } from './synthetic-index';
import { privacyWords } from './words';

export interface MembershipDetails {
  readonly auc: Figure;
  readonly tprAtLowFpr: Figure;
  readonly isolatedAuc: Figure;
  /** Rows told apart: members, others, and the isolated ones among them. */
  readonly members: number;
  readonly others: number;
  readonly isolated: number;
}

const mostRows = { standard: 4000, full: 10_000 } as const;
/** The false-positive rate at which true positives are counted. */
const lowRate = 0.01;
/** Of the rows, the furthest from all reference rows: as isolated as one in five. */
const isolatedShare = 0.2;
/** An AUC is worth a look from .51 and poor from .55 on, by the low end of its interval; so much above guessing. */
const fairAuc = 0.01;
const poorAuc = 0.05;
/** The same of the true-positive rate, above the false-positive one. */
const fairRate = 0.01;
const poorRate = 0.05;

/**
 * Membership inference: someone has rows and the synthetic table, and tells which rows were learnt from. Members are
 * training rows, others are holdout rows; further training rows are a reference for how dense rows are by nature.
 *
 * `membership.auc` and `membership.tprAtLowFpr`: DOMIAS scores p_G / p_R, the density of synthetic rows over that of real ones.
 * Both are nearest-neighbour estimates, p ∝ 1 / distance^d, so a score orders rows as (d_R + e) / (d_G + e) does,
 * whatever d is, with e a hundredth of the usual distance so that copies divide by something. Works for mixed columns. Source: van
 * Breugel et al., "Membership inference attacks against synthetic data through overfitting detection" (arXiv 2302.12580).
 *
 * `membership.isolatedAuc`: distance to the nearest synthetic row alone, among the fifth of the rows that are furthest
 * from all reference rows: those who have most to fear. Source: Yao et al., "The DCR delusion" (arXiv 2505.01524).
 *
 * Range 0 … 1; 0.5 (the rate: 0.01) is guessing and ideal; 1.0: whoever was in the table can be told.
 */
export const membershipSection: EvidenceSection<'membership'> = {
  name: 'membership',
  family: 'privacy',
  async measure(context) {
    const synthetic = await indexSynthetic(context);
    const distances = synthetic && (await measureDistances(context, synthetic));
    if (!distances) {
      return () => ({ details: null, findings: [], notes: [privacyWords().membershipUntried] });
    }
    const details = tellMembers(distances);
    return () => ({ details, findings: findingsOn(details), notes: [] });
  },
};

/** Of some rows: the distance to the nearest synthetic and to the nearest reference row. */
interface Distances {
  readonly synthetic: Float64Array;
  readonly reference: Float64Array;
}

interface BothDistances {
  readonly members: Distances;
  readonly others: Distances;
  /** What is added to distances. */
  readonly least: number;
}

/** Null where there are too few rows on a side. */
async function measureDistances(
  context: MeasureContext,
  synthetic: SyntheticIndex,
): Promise<BothDistances | null> {
  const { parts, space, sizes } = synthetic;
  const { rows } = context.tables;
  if (!parts.holdout || rows.training < 2) return null;
  const most = Math.min(mostRows[context.effort], sizes.asked);
  const order = permutation(rows.training, context.random('training rows'));
  const members = Math.min(most, order.length >> 1);
  const reference = placeRows(space, parts.training, order.slice(members, members + sizes.known));
  const held = permutation(rows.holdout, context.random('holdout rows')).slice(0, most);
  const total = 2 * (members + held.length);
  let done = 0;
  const nearest = async (index: NeighbourIndex, asked: PlacedRows) => {
    const found = await findNeighbours(index, asked, 1, (searched) => {
      context.onProgress(privacyWords().telling, (done += searched), total);
      return context.yieldControl();
    });
    return found.distances;
  };
  const referenceIndex = await indexNeighbours(space, reference, () => context.yieldControl());
  const approach = async (asked: PlacedRows): Promise<Distances> => ({
    synthetic: await nearest(synthetic.index, asked),
    reference: await nearest(referenceIndex, asked),
  });
  return {
    members: await approach(placeRows(space, parts.training, order.slice(0, members))),
    others: await approach(placeRows(space, parts.holdout, held)),
    least: nearCopyLimit(space, reference, context.random('pairs')) || 1e-6,
  };
}

function tellMembers({ members, others, least }: BothDistances): MembershipDetails {
  const score = ({ synthetic, reference }: Distances) =>
    synthetic.map((distance, row) => (reference[row] + least) / (distance + least));
  const [ofMembers, ofOthers] = [score(members), score(others)];
  const far = isolationLimit(members.reference, others.reference);
  const isolated = ({ synthetic, reference }: Distances) =>
    synthetic.filter((_, row) => reference[row] >= far).map((distance) => -distance);
  const [alone, othersAlone] = [isolated(members), isolated(others)];
  return {
    auc: aucFigure(ofMembers, ofOthers),
    tprAtLowFpr: rateFigure(ofMembers, ofOthers),
    isolatedAuc: aucFigure(alone, othersAlone),
    members: ofMembers.length,
    others: ofOthers.length,
    isolated: alone.length + othersAlone.length,
  };
}

/** How far from the reference a row is that one in five are. */
function isolationLimit(members: Float64Array, others: Float64Array): number {
  const all = new Float64Array(members.length + others.length);
  all.set(members);
  all.set(others, members.length);
  all.sort();
  return all[Math.floor((1 - isolatedShare) * (all.length - 1))];
}

/** The interval is that of the difference of both rates, since the threshold rests on so few of the others. */
function rateFigure(members: Float64Array, others: Float64Array): Figure {
  const value = truePositiveRateAt(lowRate, members, others);
  const { low, high } = excessOver(
    { hits: value * members.length, of: members.length },
    { hits: lowRate * others.length, of: others.length },
  );
  return { value, interval: { low: Math.max(0, lowRate + low), high: Math.min(1, lowRate + high) } };
}

function findingsOn({
  auc,
  tprAtLowFpr,
  isolatedAuc,
  members,
  others,
  isolated,
}: MembershipDetails): Finding[] {
  const words = privacyWords();
  const common = { family: 'privacy', range: [0, 1], better: 'lower', holdout: null } as const;
  const above = (figure: Figure, guessing: number) =>
    figure.interval ? figure.interval.low - guessing : Number.NaN;
  return [
    {
      ...common,
      id: 'membership.auc',
      name: words.names.membership,
      ideal: 0.5,
      synthetic: auc,
      verdict: judgeExcess(above(auc, 0.5), poorAuc, fairAuc),
      sentence: words.membership(auc.value, members, others),
    },
    {
      ...common,
      id: 'membership.tprAtLowFpr',
      name: words.names.lowRate,
      ideal: lowRate,
      synthetic: tprAtLowFpr,
      verdict: judgeExcess(above(tprAtLowFpr, lowRate), poorRate, fairRate),
      sentence: words.lowRate(tprAtLowFpr.value),
    },
    {
      ...common,
      id: 'membership.isolatedAuc',
      name: words.names.isolated,
      ideal: 0.5,
      synthetic: isolatedAuc,
      verdict: judgeExcess(above(isolatedAuc, 0.5), poorAuc, fairAuc),
      sentence: Number.isNaN(isolatedAuc.value)
        ? words.tooFewIsolated
        : words.isolated(isolated, isolatedAuc.value),
    },
  ];
}
