import type { Bins, NumericBins } from '../../engine/analyze/bins';
import { roundPixel } from '../../evaluation/bin-shapes';
import { formatValue } from './format';
import { chartWords } from './words';

export { sharesOf, stepPath } from '../../evaluation/bin-shapes';

/** The widths of the bins in the space they are drawn in: values, or decades when the scale is logarithmic. */
function binWidths(bins: NumericBins): Float64Array {
  const { edges, scale } = bins;
  const place = scale === 'log' ? Math.log10 : (edge: number) => edge;
  return Float64Array.from(
    { length: edges.length - 1 },
    (_, bin) => place(edges[bin + 1]) - place(edges[bin]),
  );
}

/** How tall bars are: a share per `unit` of the axis, so that equal areas are equal shares; null unit: a share per bin. */
export interface DensityScale {
  readonly unit: number | null;
  readonly widths: Float64Array;
}

/**
 * Shares per bin when all bins are equally wide (within 2 %), else shares per a round width (1, 2 or 5 times a
 * power of ten) near the median bin's, so that the axis can be read in plain words.
 */
export function chooseDensity(bins: NumericBins): DensityScale {
  const widths = binWidths(bins);
  const sorted = Float64Array.from(widths).sort();
  const smallest = sorted[0];
  const largest = sorted[sorted.length - 1];
  if (!(smallest > 0) || largest - smallest <= 0.02 * largest) return { unit: null, widths };
  return { unit: nearestRound(sorted[sorted.length >> 1]), widths };
}

function nearestRound(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const leading = width / power;
  return power * (leading < 1.5 ? 1 : leading < 3.5 ? 2 : leading < 7.5 ? 5 : 10);
}

/** Bar heights for shares under a density scale. */
export function barHeights(shares: Float64Array, density: DensityScale): Float64Array {
  const { unit, widths } = density;
  return unit === null ? shares : shares.map((share, bin) => (share * unit) / widths[bin]);
}

/** What the upward axis counts: `% of rows per 5`, `% of rows, bins of 2`, `% of rows, bins of 30 days`. */
export function describeUnit(bins: NumericBins, { unit, widths }: DensityScale): string {
  const words = chartWords();
  const isDate = bins.kind === 'date';
  if (bins.kind === 'datetime' || bins.scale === 'log') return words.perBin;
  if (unit !== null) return (isDate ? words.perDays : words.perWidth)(formatValue(unit, 'decimal'));
  const width = Number(widths[0].toPrecision(2));
  if (!(width > 0)) return words.perBin;
  return (isDate ? words.binsOfDays : words.binsOfWidth)(formatValue(width, 'decimal'));
}

/** What a bin holds, in words: `17 to 18`, `2021-03-04`, a category's label, `12 more values`. */
export function describeBin(bins: Bins, bin: number): string {
  if (bins.type === 'category') return bins.labels[bin] ?? chartWords().otherValues;
  const { edges, kind } = bins;
  const isLast = bin === edges.length - 2;
  if (kind === 'decimal' || kind === 'datetime') {
    return joinEnds(formatValue(edges[bin], kind), formatValue(edges[bin + 1], kind));
  }
  const first = Math.ceil(edges[bin]);
  const last = isLast ? Math.floor(edges[bin + 1]) : Math.ceil(edges[bin + 1]) - 1;
  if (last < first) return joinEnds(formatValue(edges[bin], kind), formatValue(edges[bin + 1], kind));
  return joinEnds(formatValue(first, kind), formatValue(last, kind));
}

function joinEnds(first: string, last: string): string {
  return first === last ? first : chartWords().fromTo(first, last);
}

/** The two ends of a column, for a picture without axes: its range; both categories of two; else the commonest and how many there are. */
export function describeEnds(bins: Bins): readonly [string, string] {
  if (bins.type === 'numeric') {
    const { edges, kind } = bins;
    const last = edges[edges.length - 1];
    if (kind === 'datetime') return dateTimeEnds(edges[0], last);
    const whole = kind === 'integer' || kind === 'date';
    return [
      formatValue(whole ? Math.ceil(edges[0]) : edges[0], kind),
      formatValue(whole ? Math.floor(last) : last, kind),
    ];
  }
  const shown = bins.labels.length;
  if (shown <= 2 && !bins.hasOther) return [bins.labels[0] ?? '', bins.labels[1] ?? ''];
  return [
    bins.labels[0] ?? '',
    bins.hasOther ? chartWords().topAndRest(shown) : chartWords().countValues(shown),
  ];
}

/** Two instants in milliseconds; over several days the time of day is left out. */
function dateTimeEnds(first: number, last: number): readonly [string, string] {
  const texts = [formatValue(first, 'datetime'), formatValue(last, 'datetime')] as const;
  const days = (last - first) / 86_400_000;
  return days < 3 ? texts : [texts[0].slice(0, 10), texts[1].slice(0, 10)];
}

/** The SVG path of bars that stand apart: `gap` pixels between two. */
export function barsPath(
  edges: ArrayLike<number>,
  tops: ArrayLike<number>,
  ground: number,
  gap: number,
): string {
  let path = '';
  for (let bar = 0; bar < tops.length; bar++) {
    const [from, to] = [roundPixel(edges[bar] + gap / 2), roundPixel(edges[bar + 1] - gap / 2)];
    path += `M${from},${roundPixel(ground)}V${roundPixel(tops[bar])}H${to}V${roundPixel(ground)}`;
  }
  return path;
}
