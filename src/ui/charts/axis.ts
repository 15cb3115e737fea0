import { scaleLinear, scaleLog, scaleUtc, utcFormat } from 'd3';
import type { NumericBins } from '../../engine/analyze/bins';
import { formatTick, instantOf } from './format';

export interface Tick {
  /** Pixels from the axis' start. */
  readonly at: number;
  readonly text: string;
}

export interface Axis {
  /** Pixels of a value from the axis' start. */
  readonly place: (value: number) => number;
  readonly ticks: readonly Tick[];
}

const day = 86_400_000;

/** The horizontal axis of numeric bins over `width` pixels: linear, logarithmic, or by the calendar, as the bins are. */
export function valueAxis(bins: NumericBins, width: number): Axis {
  const { edges, kind, scale } = bins;
  const low = edges[0];
  const high = edges[edges.length - 1];
  if (!(high > low))
    return { place: spread(edges, width), ticks: [{ at: width / 2, text: formatTick(low, kind) }] };
  if (instantOf(low, kind)) return calendarAxis(bins, width);
  if (scale === 'log') return logAxis(bins, width);
  const linear = scaleLinear([low, high], [0, width]);
  const values = linear.ticks(tickTarget(width, 72));
  const whole = kind === 'integer' ? values.filter(Number.isInteger) : values;
  return {
    place: linear,
    ticks: whole.map((value) => ({ at: linear(value), text: formatTick(value, kind) })),
  };
}

function spread(edges: Float64Array, width: number): (value: number) => number {
  return (value) => (value === edges[0] ? 0 : width);
}

function logAxis({ edges, kind }: NumericBins, width: number): Axis {
  const log = scaleLog([edges[0], edges[edges.length - 1]], [0, width]);
  const powers = log.ticks().filter((value) => Math.abs(Math.log10(value) % 1) < 1e-9);
  const every = Math.ceil(powers.length / tickTarget(width, 64));
  const kept = powers.filter((_, index) => index % every === 0);
  return { place: log, ticks: kept.map((value) => ({ at: log(value), text: formatTick(value, kind) })) };
}

function calendarAxis({ edges, kind }: NumericBins, width: number): Axis {
  const instant = (value: number) => instantOf(value, kind) ?? new Date(value);
  const calendar = scaleUtc([instant(edges[0]), instant(edges[edges.length - 1])], [0, width]);
  const dates = calendar.ticks(tickTarget(width, 96));
  const write = utcFormat(calendarPattern(dates));
  return {
    place: (value) => calendar(instant(value)),
    ticks: dates.map((date) => ({ at: calendar(date), text: write(date) })),
  };
}

function calendarPattern(dates: readonly Date[]): string {
  const step = dates.length > 1 ? dates[1].getTime() - dates[0].getTime() : day;
  if (step >= 360 * day) return '%Y';
  if (step >= 27 * day) return '%b %Y';
  return step >= day ? '%-d %b %Y' : '%-d %b %H:%M';
}

/** An upward axis of shares from 0 to `most` (rounded up to a whole tick) over `height` pixels. */
export function shareAxis(most: number, height: number): Axis {
  const linear = scaleLinear([0, most > 0 ? most : 1], [height, 0]).nice(3);
  const step = linear.ticks(3)[1] ?? 1;
  const decimals = Math.max(0, Math.ceil(-Math.log10(step * 100) - 1e-9));
  const text = (value: number) => (value === 0 ? '0' : `${(value * 100).toFixed(decimals)}\u00a0%`);
  return { place: linear, ticks: linear.ticks(3).map((value) => ({ at: linear(value), text: text(value) })) };
}

/** A plain linear axis between two numbers over pixels `from` … `to`. */
export function numberAxis(low: number, high: number, from: number, to: number): Axis {
  const linear = scaleLinear([low, high > low ? high : low + 1], [from, to]);
  const ticks = linear.ticks(tickTarget(Math.abs(to - from), 56));
  return {
    place: linear,
    ticks: ticks.map((value) => ({ at: linear(value), text: formatTick(value, 'decimal') })),
  };
}

function tickTarget(pixels: number, apart: number): number {
  return Math.max(2, Math.floor(pixels / apart));
}
