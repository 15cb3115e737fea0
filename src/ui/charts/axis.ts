import { scaleLinear, scaleLog, scaleUtc } from 'd3';
import type { NumericBins } from '../../engine/analyze/bins';
import { writeFixed, writeInstant } from '../../words';
import { formatTick, instantOf } from './format';

interface Tick {
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

/** Room for an axis text of so many characters at 12 px, and a gap. */
const textWidth = (text: string) => text.length * 6.8 + 14;

/** The horizontal axis of numeric bins over `width` pixels: linear, logarithmic, or by the calendar, as the bins are. */
export function valueAxis(bins: NumericBins, width: number): Axis {
  const { edges, kind, scale } = bins;
  const low = edges[0];
  const high = edges[edges.length - 1];
  if (!(high > low))
    return { place: () => width / 2, ticks: [{ at: width / 2, text: formatTick(low, kind) }] };
  if (instantOf(low, kind)) return calendarAxis(bins, width);
  return scale === 'log' ? logAxis(bins, width) : linearAxis(bins, width);
}

/** The pixels of every edge; a column of one value only gets one bar in the middle third. */
export function placeEdges(bins: NumericBins, width: number): number[] {
  const { edges } = bins;
  if (edges[edges.length - 1] > edges[0]) return Array.from(edges, valueAxis(bins, width).place);
  return Array.from(edges, (_, index) => width * (1 + index / Math.max(1, edges.length - 1)) * (1 / 3));
}

function linearAxis({ edges, kind }: NumericBins, width: number): Axis {
  const linear = scaleLinear([edges[0], edges[edges.length - 1]], [0, width]);
  const ticks = fitTicks(width, (target) =>
    linear
      .ticks(target)
      .filter((value) => kind !== 'integer' || Number.isInteger(value))
      .map((value) => ({ at: linear(value), text: formatTick(value, kind) })),
  );
  return { place: linear, ticks };
}

function logAxis({ edges, kind }: NumericBins, width: number): Axis {
  const log = scaleLog([edges[0], edges[edges.length - 1]], [0, width]);
  const powers = log.ticks().filter((value) => Math.abs(Math.log10(value) % 1) < 1e-9);
  const ticks = fitTicks(width, (target) => {
    const every = Math.ceil(powers.length / target);
    const kept = powers.filter((_, index) => index % every === 0);
    return kept.map((value) => ({ at: log(value), text: formatTick(value, kind) }));
  });
  return { place: log, ticks };
}

function calendarAxis({ edges, kind }: NumericBins, width: number): Axis {
  const instant = (value: number) => instantOf(value, kind) ?? new Date(value);
  const calendar = scaleUtc([instant(edges[0]), instant(edges[edges.length - 1])], [0, width]);
  const ticks = fitTicks(width, (target) => {
    const dates = calendar.ticks(target);
    const parts = calendarParts(dates);
    return dates.map((date) => ({ at: calendar(date), text: writeInstant(date, parts) }));
  });
  return { place: (value) => calendar(instant(value)), ticks };
}

function calendarParts(dates: readonly Date[]): Intl.DateTimeFormatOptions {
  const step = dates.length > 1 ? dates[1].getTime() - dates[0].getTime() : day;
  if (step >= 360 * day) return { year: 'numeric' };
  if (step >= 27 * day) return { month: 'short', year: 'numeric' };
  if (step >= day) return { day: 'numeric', month: 'short', year: 'numeric' };
  return { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
}

/**
 * The most ticks whose texts stand clear of each other and of the plot's ends, but no more than one in 64 pixels.
 * Where round steps leave fewer than three, the densest ticks are thinned evenly instead.
 */
function fitTicks(width: number, make: (target: number) => Tick[]): Tick[] {
  const densest = Math.max(2, Math.floor(width / 64));
  for (let target = densest; target > 2; target--) {
    const ticks = make(target).filter((tick) => isInside(tick, width));
    if (ticks.length > 2 && areClear(ticks)) return ticks;
  }
  const ticks = make(densest).filter((tick) => isInside(tick, width));
  for (let every = 1; every < ticks.length; every++) {
    const kept = ticks.filter((_, index) => index % every === 0);
    if (areClear(kept)) return kept;
  }
  return ticks.slice(0, 1);
}

function areClear(ticks: readonly Tick[]): boolean {
  return ticks.every((tick, i) => i === 0 || tick.at - ticks[i - 1].at >= textWidth(tick.text));
}

/** A text may reach 16 pixels beyond the plot. */
function isInside({ at, text }: Tick, width: number): boolean {
  const half = (textWidth(text) - 14) / 2;
  return at + half <= width + 16 && at - half >= -40;
}

/** An upward axis of shares from 0 to `most` (rounded up to a whole tick) over `height` pixels. */
export function shareAxis(most: number, height: number): Axis {
  const count = height < 160 ? 2 : 3;
  const linear = scaleLinear([0, most > 0 ? most : 1], [height, 0]).nice(count);
  const step = linear.ticks(count)[1] ?? 1;
  const decimals = Math.max(0, Math.ceil(-Math.log10(step * 100) - 1e-9));
  const text = (value: number) => (value === 0 ? '0' : `${writeFixed(value * 100, decimals)}\u00a0%`);
  return {
    place: linear,
    ticks: linear.ticks(count).map((value) => ({ at: linear(value), text: text(value) })),
  };
}

/** A plain linear axis between two numbers over pixels `from` … `to`. */
export function numberAxis(low: number, high: number, from: number, to: number): Axis {
  const linear = scaleLinear([low, high > low ? high : low + 1], [from, to]);
  const wanted = Math.max(2, Math.floor(Math.abs(to - from) / 72));
  // Round steps may leave one tick alone, and one alone tells no scale.
  const sparse = linear.ticks(wanted);
  const ticks = sparse.length > 1 ? sparse : linear.ticks(wanted + 2);
  return {
    place: linear,
    ticks: ticks.map((value) => ({ at: linear(value), text: formatTick(value, 'decimal') })),
  };
}
