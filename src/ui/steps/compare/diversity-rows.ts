import type { Figure } from '../../../evaluation/evidence';
import type { SectionDetails } from '../../../evaluation/sections';
import { wilsonInterval } from '../../../evaluation/privacy/wilson-interval';
import type { FigureRow } from '../../charts/figure-rows';
import { detailWords } from './detail-words';

type Diversity = SectionDetails['diversity'];

const measures = ['alphaPrecision', 'betaRecall', 'density', 'coverage'] as const;

/** α-precision, β-recall, density and coverage, beside what fresh real rows come to. */
export function listClouds({ synthetic, holdout, fresh }: Diversity['clouds']): FigureRow[] {
  const words = detailWords().diversity;
  return measures.map((key) => ({
    label: words[key],
    synthetic: synthetic[key],
    holdout: holdout?.[key] ?? null,
    chance: fresh[key],
  }));
}

export function listVariety({ training, synthetic, holdout }: Diversity['variety']): FigureRow[] {
  return rowsOf({ real: training, synthetic, holdout });
}

export function listDuplicates({ training, synthetic, holdout }: Diversity['duplicates']): FigureRow[] {
  const figureOf = ({ hits, of }: typeof training): Figure => ({
    value: of === 0 ? Number.NaN : hits / of,
    interval: of === 0 ? null : wilsonInterval(hits, of),
  });
  return rowsOf({
    real: figureOf(training),
    synthetic: figureOf(synthetic),
    holdout: holdout && figureOf(holdout),
  });
}

/** Each table's figure on a line of its own. */
function rowsOf(figures: Readonly<Record<'real' | 'synthetic' | 'holdout', Figure | null>>): FigureRow[] {
  const words = detailWords().diversity;
  return [
    { label: words.real, real: figures.real },
    { label: words.synthetic, synthetic: figures.synthetic },
    ...(figures.holdout ? [{ label: words.holdout, holdout: figures.holdout }] : []),
  ];
}
