import type { Figure, Finding, Verdict } from '../evidence';
import { excessOver, judgeExcess, shareOf, type Tally } from '../privacy/excess';
import { wilsonInterval } from '../privacy/wilson-interval';
import { ballNeighbours, type CloudFigures } from './compare-clouds';
import type { MeasuredClouds } from './measure-clouds';
import type { MeasuredDuplicates } from './measure-duplicates';
import type { MeasuredVariety } from './measure-variety';
import { diversityWords } from './words';

/** By how much a figure may fall short of real rows': worth a look, and poor. */
const fairShortfall = 0.05;
const poorShortfall = 0.2;
/** Duplicates beyond the training rows' own. */
const poorDuplicates = 0.05;

/** One finding for each way of comparing clouds of rows. */
export function cloudFindings({ synthetic, holdout, fresh, rows }: MeasuredClouds): Finding[] {
  return [
    finding('alphaPrecision', [-1, 1], 'higher'),
    finding('betaRecall', [-1, 1], 'near ideal'),
    finding('density', [0, Math.max(1, rows.synthetic / ballNeighbours)], 'near ideal'),
    finding('coverage', [0, 1], 'higher'),
  ];

  function finding(which: keyof CloudFigures, range: Finding['range'], better: Finding['better']): Finding {
    const words = diversityWords();
    const figure = synthetic[which];
    const ruler = holdout?.[which] ?? null;
    const said = words.says[which](figure.value);
    return {
      id: `diversity.${which}`,
      family: 'diversity',
      name: words.names[which],
      range,
      better,
      ideal: fresh[which],
      synthetic: figure,
      holdout: ruler,
      verdict: judgeShortfall(figure, ruler ?? { value: fresh[which], interval: null }),
      sentence: ruler ? words.besideHoldout[which](said, ruler.value) : words.besideFresh(said, fresh[which]),
    };
  }
}

/** By what is lacking beyond what both intervals leave open. */
function judgeShortfall(figure: Figure, ruler: Figure): Verdict {
  const open = Math.hypot(
    (figure.interval?.high ?? figure.value) - figure.value,
    ruler.value - (ruler.interval?.low ?? ruler.value),
  );
  return judgeExcess(ruler.value - figure.value - open, poorShortfall, fairShortfall);
}

/** How varied the rows are, whichever they are. */
export function varietyFinding({ rows, training, synthetic, holdout }: MeasuredVariety): Finding {
  return {
    id: 'diversity.vendi',
    family: 'diversity',
    name: diversityWords().names.vendi,
    range: [1, rows],
    better: 'near ideal',
    ideal: training.value,
    synthetic,
    holdout,
    verdict: judgeVariety(training, synthetic),
    sentence: diversityWords().vendi(rows, synthetic.value, training.value),
  };
}

/** By the share that is lacking, or too much, beyond what both intervals leave open. */
function judgeVariety(training: Figure, synthetic: Figure): Verdict {
  const open = [training, synthetic].map(({ value, interval }) => (interval ? interval.high - value : 0));
  const gap = Math.abs(training.value - synthetic.value) - Math.hypot(...open);
  return judgeExcess(gap / training.value, poorShortfall, fairShortfall);
}

/** Rows that repeat other synthetic rows. */
export function duplicatesFinding({ training, synthetic, holdout }: MeasuredDuplicates): Finding {
  const figureOf = (tally: Tally): Figure => ({
    value: shareOf(tally),
    interval: wilsonInterval(tally.hits, tally.of),
  });
  return {
    id: 'diversity.duplicates',
    family: 'diversity',
    name: diversityWords().names.duplicates,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    synthetic: figureOf(synthetic),
    holdout: holdout && figureOf(holdout),
    verdict: judgeExcess(excessOver(synthetic, training).low, poorDuplicates),
    sentence: diversityWords().duplicates(shareOf(synthetic), synthetic.of, shareOf(training)),
  };
}
