import { civilFromDays, daysFromCivil, millisecondsPerDay } from './calendar';
import { cutNumbers, mostBins, trimTails, type Cut } from './number-edges';

/** Lengths of bins in days, weeks beginning on Mondays; then in months; the first that makes few enough bins is taken. */
const daySteps = [1, 2, 7, 14];
const monthSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];
/** The same within a day, in milliseconds. */
const clockSteps = [1, 2, 5, 10, 15, 30].flatMap((count) => [count * 1000, count * 60_000]);
const hourSteps = [1, 2, 3, 6, 12].map((count) => count * 3_600_000);
const subDaySteps = [...clockSteps, ...hourSteps].sort((a, b) => a - b);

/** Edges for dates (days) or date-times (milliseconds), given sorted and without NaN (at least one): whole units of time. */
export function cutDates(sorted: Float64Array, kind: 'date' | 'datetime'): Cut {
  const [low, high] = trimTails(sorted);
  if (kind === 'date') return { edges: cutDays(low, high), scale: 'linear' };
  if (high - low < 1000) return cutNumbers(sorted, true);
  const step = subDaySteps.find((length) => (high - low) / length < mostBins);
  if (step !== undefined) return { edges: cutBySteps(low, high, step, 0), scale: 'linear' };
  const days = cutDays(Math.floor(low / millisecondsPerDay), Math.floor(high / millisecondsPerDay));
  return { edges: days.map((day) => day * millisecondsPerDay), scale: 'linear' };
}

function cutDays(low: number, high: number): Float64Array {
  const days = daySteps.find((length) => (high - low) / length < mostBins);
  if (days !== undefined) return cutBySteps(low, high, days, days % 7 === 0 ? -3 : 0);
  const months = monthSteps.find((length) => (high - low) / (length * 30.4) < mostBins - 1) ?? 12_000;
  return cutByMonths(low, high, months);
}

/** Multiples of `step` counted from `origin`, from the one at or below `low` to the first above `high`. */
function cutBySteps(low: number, high: number, step: number, origin: number): Float64Array {
  const first = Math.floor((low - origin) / step);
  const last = Math.floor((high - origin) / step) + 1;
  return Float64Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step + origin);
}

function cutByMonths(low: number, high: number, step: number): Float64Array {
  const first = Math.floor(monthNumber(low) / step);
  const last = Math.floor(monthNumber(high) / step) + 1;
  return Float64Array.from({ length: last - first + 1 }, (_, i) => {
    const months = (first + i) * step;
    return daysFromCivil(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1);
  });
}

/** Months since the beginning of year 0. */
function monthNumber(days: number): number {
  const { year, month } = civilFromDays(days);
  return year * 12 + month - 1;
}
