import type { ColumnKind } from '../../engine/schema';
import type { Bins, NumericBins } from '../../engine/analyze/bins';
import { sharesOf } from '../../evaluation/bin-shapes';
import { count } from '../../evaluation/sentences';
import type { ColumnComparison } from '../../evaluation/report';
import { writeDigits } from '../../words';
import { reportWords } from './words';

interface Shares {
  readonly name: string;
  /** Shares of the rows per bin, 0 … 1. */
  readonly real: readonly number[];
  readonly synthetic: readonly number[];
  readonly holdout: readonly number[] | null;
}

/** What a picture of a column is made of. */
export type ColumnShape =
  | (Shares & {
      readonly type: 'numeric';
      /** Where the bins end, 0 … 1 along the picture. */
      readonly edges: readonly number[];
      /** What stands at its two ends. */
      readonly ends: readonly [string, string];
    })
  | (Shares & { readonly type: 'category'; readonly labels: readonly string[] });

/** Categories that a picture shows; the rest are one bar. */
const mostBars = 7;

/** The column as it was compared; null where it has no bins. */
export function columnShape({ name, bins, counts }: ColumnComparison): ColumnShape | null {
  if (!bins) return null;
  const shares = {
    name,
    real: Array.from(sharesOf(counts.training)),
    synthetic: Array.from(sharesOf(counts.synthetic)),
    holdout: counts.holdout && Array.from(sharesOf(counts.holdout)),
  };
  if (bins.type === 'category') return foldBars({ ...shares, type: 'category', labels: labelsOf(bins) });
  const { edges, kind } = bins;
  const ends = [valueText(edges[0], kind), valueText(edges[edges.length - 1], kind)] as const;
  return { ...shares, type: 'numeric', edges: placeEdges(bins), ends };
}

function labelsOf(bins: Bins & { type: 'category' }): string[] {
  return bins.hasOther ? [...bins.labels, reportWords().allOthers] : [...bins.labels];
}

function foldBars(shape: ColumnShape & { type: 'category' }): ColumnShape {
  const { labels, real, synthetic, holdout } = shape;
  if (labels.length <= mostBars + 1) return shape;
  const fold = (shares: readonly number[]) => [
    ...shares.slice(0, mostBars),
    shares.slice(mostBars).reduce((sum, share) => sum + share, 0),
  ];
  return {
    ...shape,
    labels: [...labels.slice(0, mostBars), reportWords().allOthers],
    real: fold(real),
    synthetic: fold(synthetic),
    holdout: holdout && fold(holdout),
  };
}

/** Where edges lie along a picture, 0 … 1, on the scale of the bins; a single value has the middle third. */
export function placeEdges({ edges, scale }: Pick<NumericBins, 'edges' | 'scale'>): number[] {
  const at = Array.from(edges, (edge) => (scale === 'log' ? Math.log(edge) : edge));
  const [first, last] = [at[0], at[at.length - 1]];
  if (!(last > first)) return at.map((_, edge) => (1 + edge / Math.max(1, at.length - 1)) / 3);
  return at.map((edge) => (edge - first) / (last - first));
}

/** A value as it is read: dates as `2021-03-04`, numbers to six digits. */
export function valueText(value: number, kind: ColumnKind): string {
  if (kind === 'date' || kind === 'datetime') {
    const instant = new Date(kind === 'date' ? value * 86_400_000 : value);
    return Number.isNaN(instant.getTime()) ? '–' : instant.toISOString().slice(0, 10);
  }
  const size = Math.abs(value);
  if (size < 10_000 || size >= 1e15) return writeDigits(String(Number(value.toPrecision(6))));
  return `${value < 0 ? '\u2212' : ''}${count(Math.round(size))}`;
}
