import type { NumericCodec } from '../../encode/numeric';
import { contains, everyNumber, except, intersect, type Interval } from './intervals';

/** A stretch of a cell's inverse distribution function, 0 ≤ start < end ≤ 1. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a range leaves of a code. */
export interface CodePart {
  /** Share of the code's draws that lie in the range, 0 … 1. */
  readonly share: number;
  /** Where in the cell those are; null: the code is drawn as ever. */
  readonly spans: readonly Span[] | null;
}

export const wholeCode: CodePart = { share: 1, spans: null };
export const noCode: CodePart = { share: 0, spans: null };

/** What the intervals leave of an ordered code: all or nothing of an atom, any share of a cell. */
export function partWithin(codec: NumericCodec, code: number, intervals: readonly Interval[]): CodePart {
  const low = codec.valueAt(code, 0);
  const high = codec.valueAt(code, 1);
  if (intervals.some((interval) => low >= interval.low && high <= interval.high)) return wholeCode;
  if (intersect(intervals, [{ low, high }]).length === 0) return noCode;
  // Decoding passes over the values that have codes of their own.
  const free = except(codec.atomsWithin(low, high));
  const all = spansWithin(codec, code, free);
  if (all.length === 0)
    return partOf(spansWithin(codec, code, intervals), spansWithin(codec, code, everyNumber));
  return partOf(spansWithin(codec, code, intersect(intervals, free)), all);
}

function partOf(spans: readonly Span[], all: readonly Span[]): CodePart {
  const share = Math.min(1, lengthOf(spans) / lengthOf(all));
  return share > 0 ? { share, spans } : noCode;
}

/** A value of the code drawn from the spans, in one of the intervals. `uniform` in [0, 1). */
export function drawWithin(
  codec: NumericCodec,
  code: number,
  spans: readonly Span[],
  intervals: readonly Interval[],
  uniform: number,
): number {
  let left = uniform * lengthOf(spans);
  let place = 0;
  while (place < spans.length - 1 && left >= spans[place].end - spans[place].start) {
    left -= spans[place].end - spans[place].start;
    place++;
  }
  const { start, end } = spans[place];
  const value = codec.valueAt(code, Math.min(start + left, end));
  // Rounding in the interpolation may lead over the edge by one unit in the last place.
  return contains(intervals, value) ? value : codec.valueAt(code, start);
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function spansWithin(codec: NumericCodec, code: number, intervals: readonly Interval[]): Span[] {
  return intervals.flatMap(({ low, high }) => {
    const start = turningPoint((share) => codec.valueAt(code, share) >= low).after;
    const end = turningPoint((share) => codec.valueAt(code, share) > high).before;
    return end > start ? [{ start, end }] : [];
  });
}

/** Enough halvings for the last bit of a double near 1. */
const halvings = 53;

/** Where a test that fails first and holds from some point on turns: the last share before, and the first after. */
function turningPoint(holds: (share: number) => boolean): {
  readonly before: number;
  readonly after: number;
} {
  if (holds(0)) return { before: 0, after: 0 };
  if (!holds(1)) return { before: 1, after: 1 };
  let before = 0;
  let after = 1;
  for (let i = 0; i < halvings; i++) {
    const middle = (before + after) / 2;
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return { before, after };
}
