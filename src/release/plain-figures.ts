import type { Figure, Interval } from '../evaluation/evidence';
import { count } from '../evaluation/sentences';
import { writeDigits } from '../words';
import { releaseWords } from './words';

const minus = '\u2212';

/** A figure as it is read: three significant digits, thousands separated; `–` where it is not known. */
export function plainFigure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const text = size >= 1000 ? count(Math.round(size)) : writeDigits(String(Number(size.toPrecision(3))));
  return value < 0 && text !== '0' ? `${minus}${text}` : text;
}

/** `0.51 to 0.55` */
export function plainInterval({ low, high }: Interval): string {
  return releaseWords().interval(plainFigure(low), plainFigure(high));
}

/** `0.53 (0.51 to 0.55)` */
export function plainFigureWithInterval({ value, interval }: Figure): string {
  return interval && Number.isFinite(value)
    ? `${plainFigure(value)} (${plainInterval(interval)})`
    : plainFigure(value);
}
