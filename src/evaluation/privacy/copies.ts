import type { Finding, Verdict } from '../evidence';
import type { EvidenceSection, MeasureContext } from '../measure-context';
import { describeExact, describeNear } from './describe-copies';
import { distanceHistogram, type DistanceHistogram } from './distance-histogram';
import { excessOver, judgeExcess, shareOf, type Tally } from './excess';
import { type CopiesFound, lookForCopiesOnce } from './look-for-copies';
import type { RatioFigures } from './nearest-neighbour-ratio';
import { wilsonInterval } from './wilson-interval';
import { privacyWords } from './words';

/** For pictures of how near rows come to training rows. */
export interface CopiesDetails extends Omit<CopiesFound, 'distances'> {
  readonly distances: DistanceHistogram;
}

/** Poor: more than one row in two hundred equals, or nearly equals, a training row beyond what holdout rows do. */
const poorCopies = 0.005;
/** Of the rows, those that hug training rows beyond chance, by the DCR share: worth a look, and poor. */
const fairLean = 0.02;
const poorLean = 0.1;
/** Poor: the nearest row is relatively nearer than half of what it is to holdout rows. */
const poorRatio = 0.5;

/** Copies of training rows, exact and near, and whether rows lean towards the training rows. */
export const copiesSection: EvidenceSection<'copies'> = {
  name: 'copies',
  family: 'privacy',
  together: 'copies',
  async measure(context) {
    const found = await find(context);
    if (found.columns === 0 || context.tables.rows.synthetic === 0 || context.tables.rows.training === 0) {
      return () => ({ details: null, findings: [], notes: [privacyWords().nothingToCopy] });
    }
    const { distances, ...rest } = found;
    const details = { ...rest, distances: distanceHistogram(distances.synthetic, distances.holdout) };
    return () => ({
      details,
      findings: [
        copyFinding('exact', found.exact.synthetic, found.exact.holdout, describeExact),
        copyFinding('near', found.near.synthetic, found.near.holdout, describeNear),
        leanFinding(found),
        ratioFinding(found),
      ],
      notes: notesOn(found, context),
    });
  },
};

function find(context: MeasureContext): Promise<CopiesFound> {
  return lookForCopiesOnce(context, (done, total) => {
    context.onProgress(privacyWords().lookingForCopies, done, total);
    return context.yieldControl();
  });
}

function copyFinding(
  which: 'exact' | 'near',
  synthetic: Tally,
  holdout: Tally | null,
  describe: (synthetic: Tally, holdout: Tally | null) => string,
): Finding {
  return {
    id: `copies.${which}`,
    family: 'privacy',
    name: privacyWords().names[which],
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    synthetic: figureOf(synthetic),
    holdout: holdout && figureOf(holdout),
    verdict: judgeCopies(synthetic, holdout),
    sentence: describe(synthetic, holdout),
  };
}

/** Against the holdout rows' share, as categorical tables repeat rows by nature; without them, any copy is worth a look. */
function judgeCopies(synthetic: Tally, holdout: Tally | null): Verdict {
  if (holdout) return judgeExcess(excessOver(synthetic, holdout).low, poorCopies);
  return synthetic.hits === 0 ? 'good' : 'fair';
}

function figureOf(tally: Tally): Finding['synthetic'] {
  return { value: shareOf(tally), interval: wilsonInterval(tally.hits, tally.of) };
}

/**
 * Where a part f of the training rows is compared with the holdout rows, a table of nothing but copies has a share of
 * ½ + f/2: so (share − ½) / (f/2) estimates the part of the rows that hug training rows, and that is judged.
 */
function leanFinding({ closerToTraining, trainingShare }: CopiesFound): Finding {
  const hugging = closerToTraining ? (closerToTraining.low - 0.5) / (trainingShare / 2) : Number.NaN;
  return {
    id: 'copies.dcrShare',
    family: 'privacy',
    name: privacyWords().names.closer,
    range: [0, 1],
    better: 'near ideal',
    ideal: 0.5,
    synthetic: closerToTraining
      ? {
          value: closerToTraining.share,
          interval: { low: closerToTraining.low, high: closerToTraining.high },
        }
      : { value: Number.NaN, interval: null },
    holdout: null,
    verdict: judgeExcess(hugging, poorLean, fairLean),
    sentence: closerToTraining ? privacyWords().closer(closerToTraining.share) : privacyWords().closerUnknown,
  };
}

function ratioFinding({ ratios }: CopiesFound): Finding {
  const { synthetic, holdout } = ratios;
  return {
    id: 'copies.nndr',
    family: 'privacy',
    name: privacyWords().names.ratio,
    range: [0, 1],
    better: 'higher',
    ideal: 1,
    synthetic: synthetic?.median ?? { value: Number.NaN, interval: null },
    holdout: holdout?.median ?? null,
    verdict: judgeRatios(synthetic, holdout),
    sentence: privacyWords().ratio(synthetic?.median.value ?? null, holdout?.median.value ?? null),
  };
}

/** Fair where the median or the 5th percentile is below the holdout rows' for more than chance, poor below half of theirs. */
function judgeRatios(synthetic: RatioFigures | null, holdout: RatioFigures | null): Verdict {
  if (!synthetic || !holdout) return 'unmeasured';
  const verdicts = (['median', 'fifthPercentile'] as const).map((which): Verdict => {
    const high = synthetic[which].interval?.high ?? Number.NaN;
    const low = holdout[which].interval?.low ?? Number.NaN;
    if (high < poorRatio * low) return 'poor';
    return high < low ? 'fair' : 'good';
  });
  return (
    verdicts.find((verdict) => verdict === 'poor') ?? verdicts.find((verdict) => verdict === 'fair') ?? 'good'
  );
}

function notesOn(found: CopiesFound, { tables }: MeasureContext): string[] {
  const { of } = found.near.synthetic;
  return of < tables.rows.synthetic ? [privacyWords().neighboursSampled(of)] : [];
}
