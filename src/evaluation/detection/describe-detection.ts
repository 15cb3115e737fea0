import type { Figure, Finding, Verdict } from '../evidence';
import type { PropensityFigures } from './propensity-score';
import { detectionWords } from './words';

/** From so high an AUC on, a detector is worth a look, and a reason not to release. */
const fairAuc = 0.55;
const poorAuc = 0.75;
/** Below so low an AUC, rows are likely near copies, and surely many of them. */
const fewCopiesAuc = 0.49;
const manyCopiesAuc = 0.45;

/** From so high an S_pMSE on, tables differ visibly, and too much (Raab, Nowok & Dibben 2021, "Assessing, visualizing and improving the utility of synthetic data"). */
const fairRatio = 3;
const poorRatio = 10;

/** What a test found, and what it found for the real rows that the model never saw. */
export interface RuledTest {
  readonly auc: Figure;
  readonly c2st: Figure;
}

/** How well rows are told from the rows the model learnt from. */
export function trainingFinding({ auc }: RuledTest, ruler: RuledTest | null): Finding {
  const { names, fromTraining } = detectionWords();
  return {
    ...aucFinding('detection.auc', names.training, auc, ruler),
    verdict: judgeAuc(auc),
    sentence: fromTraining(auc.value, valueOf(ruler?.auc), hintsAtCopies(auc)),
  };
}

/** How well rows are told from rows that the model never saw. */
export function holdoutFinding({ auc }: RuledTest, ruler: RuledTest | null): Finding {
  const { names, fromHoldout } = detectionWords();
  return {
    ...aucFinding('detection.holdoutAuc', names.holdout, auc, ruler),
    verdict: judgeTelling(auc),
    sentence: fromHoldout(auc.value, valueOf(ruler?.auc)),
  };
}

/** The same test as one share. */
export function c2stFinding(test: RuledTest, ruler: RuledTest | null): Finding {
  return {
    id: 'detection.c2st',
    family: 'fidelity',
    name: detectionWords().names.c2st,
    range: [0, 1],
    better: 'higher',
    ideal: 1,
    synthetic: test.c2st,
    holdout: ruler && ruler.c2st,
    verdict: judgeTelling(test.auc),
    sentence: detectionWords().alike(test.c2st.value, valueOf(ruler?.c2st)),
  };
}

/** How far a simple model's guesses stray, against chance. */
export function propensityFinding({ ratio }: PropensityFigures, ruler: PropensityFigures | null): Finding {
  const low = ratio.interval?.low ?? ratio.value;
  return {
    id: 'detection.spmse',
    family: 'fidelity',
    name: detectionWords().names.propensity,
    range: [0, Infinity],
    better: 'lower',
    ideal: 1,
    synthetic: ratio,
    holdout: ruler && ruler.ratio,
    verdict: low > poorRatio ? 'poor' : low > fairRatio ? 'fair' : 'good',
    sentence: detectionWords().propensity(ratio.value, valueOf(ruler?.ratio)),
  };
}

function aucFinding(
  id: string,
  name: string,
  auc: Figure,
  ruler: RuledTest | null,
): Omit<Finding, 'sentence' | 'verdict'> {
  return {
    id,
    family: 'fidelity',
    name,
    range: [0, 1],
    better: 'near ideal',
    ideal: 0.5,
    synthetic: auc,
    holdout: ruler && ruler.auc,
  };
}

/** Below guessing too: near copies of rows that were learnt confuse the detector. */
function judgeAuc(auc: Figure): Verdict {
  const high = auc.interval?.high ?? auc.value;
  if (high < manyCopiesAuc) return 'poor';
  return high < fewCopiesAuc ? 'fair' : judgeTelling(auc);
}

/** By the low end of the interval, so that chance alone condemns nothing. */
function judgeTelling({ value, interval }: Figure): Verdict {
  const low = interval?.low ?? value;
  if (Number.isNaN(low)) return 'unmeasured';
  if (low > poorAuc) return 'poor';
  return low > fairAuc ? 'fair' : 'good';
}

function hintsAtCopies({ value, interval }: Figure): boolean {
  return (interval?.high ?? value) < fewCopiesAuc;
}

function valueOf(ruler: Figure | undefined): number | null {
  return ruler?.value ?? null;
}
