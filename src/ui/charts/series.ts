import { sharesOf } from './density';
import { formatShare } from './format';
import { chartWords } from './words';

/** The three kinds of rows, always drawn in this order: real filled, synthetic outlined, held-out rows dashed. */
export type SeriesName = 'real' | 'synthetic' | 'holdout';

export interface Series {
  readonly name: SeriesName;
  /** Share of the rows per bin, 0 … 1. */
  readonly shares: Float64Array;
}

/** Counts per bin of whichever kinds of rows there are, as series in drawing order. */
export function makeSeries(counts: Readonly<Record<SeriesName, Float64Array | null | undefined>>): Series[] {
  const order: readonly SeriesName[] = ['real', 'synthetic', 'holdout'];
  return order.flatMap((name) => {
    const found = counts[name];
    return found ? [{ name, shares: sharesOf(found) }] : [];
  });
}

/** The shares of one bin in words: `real 5.1 %, synthetic 5 %`. */
export function describeShares(series: readonly Series[], bin: number): string {
  return series
    .map(({ name, shares }) => chartWords().seriesShare[name](formatShare(shares[bin])))
    .join(', ');
}

/** The largest share there is, over all series and bins. */
export function largestShare(series: readonly Series[]): number {
  return series.reduce((most, { shares }) => shares.reduce((a, b) => Math.max(a, b), most), 0);
}
