import { upperBound } from './sorted';

/** The inverse distribution function of the values within a cell, as plain data. */
export type Quantile = QuantilePoints | Stretches;

/** Straight lines between quantiles at equal distances, the first at share 0, the last at 1; two at least. */
interface QuantilePoints {
  readonly points: Float64Array;
}

/** Rising stretches, on each of which numbers are equally likely, in units of that size. */
export interface Stretches {
  readonly unit: number;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  /** The stretches' masses added up; the last is the total, > 0. */
  readonly upTo: Float64Array;
}

/** The value at a share 0 … 1; never falls as that rises. */
export function valueAtShare(quantile: Quantile, share: number): number {
  return 'points' in quantile ? betweenPoints(quantile, share) : onStretch(quantile, share);
}

function betweenPoints({ points }: QuantilePoints, share: number): number {
  const t = share * (points.length - 1);
  const index = Math.min(Math.floor(t), points.length - 2);
  return points[index] + (t - index) * (points[index + 1] - points[index]);
}

/** Keeps what is drawn at the end of a stretch from being rounded into the next. */
const inward = 0.002;

function onStretch({ unit, lows, highs, upTo }: Stretches, share: number): number {
  const mass = share * upTo[upTo.length - 1];
  const place = Math.min(upperBound(upTo, mass), upTo.length - 1);
  const before = place > 0 ? upTo[place - 1] : 0;
  // A stretch whose mass is lost beside the sum has no width to be drawn in.
  const t = (mass - before) / (upTo[place] - before || 1);
  const margin = Math.min(inward, (highs[place] - lows[place]) / 2);
  const low = lows[place] + margin;
  return (low + Math.min(1, Math.max(0, t)) * (highs[place] - margin - low)) * unit;
}
