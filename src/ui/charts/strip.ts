import type { Figure, Finding } from '../../evaluation/evidence';
import { formatMeasure } from './format';
import { chartWords } from './words';

/** What a strip shows: a figure with its interval, the ruler, and the best there is. */
export type StripFigures = Pick<Finding, 'synthetic' | 'holdout' | 'ideal' | 'range'>;

/** Parts of the range that a strip may show, so that strips of like figures are alike. */
const parts = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
/** Of ranges that go into the thousands, smaller ones too. */
const smallParts = [0.0005, 0.001, 0.002, 0.005, ...parts];
const longRange = 100;

/**
 * The stretch of the range that is drawn: the smallest round part of it beside the ideal (on both sides where the ideal is
 * inside) that holds all marks; all of it where there is no mark but at the ideal. A range without an end reaches a little
 * beyond the marks.
 */
export function stripDomain({ synthetic, holdout, ideal, range }: StripFigures): readonly [number, number] {
  const marks = [...marksOf(synthetic), ...(holdout ? marksOf(holdout) : []), ideal].filter(Number.isFinite);
  const [low, high] = range.map((end) => (Number.isFinite(end) ? end : null));
  const furthest = (from: number, side: 1 | -1) => Math.max(0, ...marks.map((mark) => side * (mark - from)));
  const start = Number.isFinite(ideal) ? ideal : (marks[0] ?? 0);
  const reach = (end: number | null, side: 1 | -1): number => {
    const wanted = furthest(start, side);
    if (end === null) return wanted * 1.15;
    const whole = Math.abs(end - start);
    const offered = whole > longRange ? smallParts : parts;
    return whole * (offered.find((part) => part * whole >= wanted * 1.05) ?? 1);
  };
  const areAllIdeal = marks.every((mark) => mark === start);
  const [below, above] = areAllIdeal
    ? [low === null ? 0 : start - low, high === null ? 0 : high - start]
    : [reach(low, -1), reach(high, 1)];
  // Marks on both sides of the ideal are on one scale.
  const isInside = low !== null && high !== null && start > low && start < high;
  const both = isInside ? Math.max(below, above) : 0;
  const domain = [
    clamp(start - Math.max(below, both), low, high),
    clamp(start + Math.max(above, both), low, high),
  ] as const;
  return domain[1] > domain[0] ? domain : [start - 0.5, start + 0.5];
}

function marksOf({ value, interval }: Figure): number[] {
  return interval ? [value, interval.low, interval.high] : [value];
}

function clamp(value: number, low: number | null, high: number | null): number {
  return Math.min(high ?? Infinity, Math.max(low ?? -Infinity, value));
}

/** A figure and its interval in words: `0.53, between 0.51 and 0.55`. */
export function describeFigure({ value, interval }: Figure): string {
  if (!Number.isFinite(value)) return chartWords().notMeasured;
  const written = formatMeasure(value);
  if (!interval) return written;
  return chartWords().between(written, formatMeasure(interval.low), formatMeasure(interval.high));
}
