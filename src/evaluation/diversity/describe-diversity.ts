import type { Figure, Finding, Verdict } from '../evidence';
import { excessOver, judgeExcess, shareOf, type Tally } from '../privacy/excess';
import { wilsonInterval } from '../privacy/wilson-interval';
import { count, percent } from '../sentences';
import { ballNeighbours, type CloudFigures } from './compare-clouds';
import type { MeasuredClouds } from './measure-clouds';
import type { MeasuredDuplicates } from './measure-duplicates';
import type { MeasuredVariety } from './measure-variety';

/** By how much a figure may fall short of real rows': worth a look, and poor. */
const fairShortfall = 0.05;
const poorShortfall = 0.2;
/** Duplicates beyond the training rows' own. */
const poorDuplicates = 0.05;

/** One finding for each way of comparing clouds of rows. */
export function cloudFindings({ synthetic, holdout, fresh, rows }: MeasuredClouds): Finding[] {
  return [
    finding('alphaPrecision', 'α-precision', [-1, 1], {
      better: 'higher',
      says: (value) =>
        `Synthetic rows are spread around the middle of the training rows as those are, to ${percent(value)}`,
      rulerSays: (value) => `rows the model never saw, to ${percent(value)}.`,
    }),
    finding('betaRecall', 'β-recall', [-1, 1], {
      better: 'near ideal',
      says: (value) =>
        `Of the variety of training rows, ${percent(value)} have a synthetic row as near as another training row`,
      rulerSays: (value) =>
        `with rows the model never saw it is ${percent(value)}. Much more would be copying.`,
    }),
    finding('density', 'Density', [0, Math.max(1, rows.synthetic / ballNeighbours)], {
      better: 'near ideal',
      says: (value) =>
        `A synthetic row lies in the neighbourhoods of ${value.toFixed(2)} times as many training rows as a training row does`,
      rulerSays: (value) => `a row the model never saw, of ${value.toFixed(2)} times as many.`,
    }),
    finding('coverage', 'Coverage', [0, 1], {
      better: 'higher',
      says: (value) =>
        `In the neighbourhood of ${percent(value)} of the training rows there is a synthetic row`,
      rulerSays: (value) => `a row the model never saw is in that of ${percent(value)}.`,
    }),
  ];

  function finding(
    which: keyof CloudFigures,
    name: string,
    range: Finding['range'],
    words: Pick<Finding, 'better'> & Record<'says' | 'rulerSays', (value: number) => string>,
  ): Finding {
    const figure = synthetic[which];
    const ruler = holdout?.[which] ?? null;
    return {
      id: `diversity.${which}`,
      family: 'diversity',
      name,
      range,
      better: words.better,
      ideal: fresh[which],
      synthetic: figure,
      holdout: ruler,
      verdict: judgeShortfall(figure, ruler ?? { value: fresh[which], interval: null }),
      sentence: ruler
        ? `${words.says(figure.value)}; ${words.rulerSays(ruler.value)}`
        : `${words.says(figure.value)}; fresh real rows would come to about ${fresh[which].toFixed(2)}.`,
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
    name: 'Vendi score',
    range: [1, rows],
    better: 'near ideal',
    ideal: training.value,
    synthetic,
    holdout,
    verdict: judgeVariety(training, synthetic),
    sentence:
      `${count(rows)} synthetic rows are as varied as ${synthetic.value.toFixed(1)} rows without anything in common; ` +
      `as many training rows, as ${training.value.toFixed(1)}.`,
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
    name: 'Duplicate rows',
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    synthetic: figureOf(synthetic),
    holdout: holdout && figureOf(holdout),
    verdict: judgeExcess(excessOver(synthetic, training).low, poorDuplicates),
    sentence: `${percent(shareOf(synthetic))} of ${count(synthetic.of)} synthetic rows occur more than once; of as many training rows, ${percent(shareOf(training))} do.`,
  };
}
