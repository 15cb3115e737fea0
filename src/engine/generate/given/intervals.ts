/** Numbers from `low` to `high`, both of them included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const everyNumber: readonly Interval[] = [
  { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
];

export function contains(intervals: readonly Interval[], value: number): boolean {
  return intervals.some(({ low, high }) => value >= low && value <= high);
}

/** What lies in both; each rising and disjoint. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  for (const first of a) {
    for (const second of b) {
      const low = Math.max(first.low, second.low);
      const high = Math.min(first.high, second.high);
      if (low <= high) both.push({ low, high });
    }
  }
  return both;
}

/** All numbers but these. */
export function except(values: Iterable<number>): Interval[] {
  let rest = [...everyNumber];
  for (const value of values) {
    rest = intersect(rest, [
      { low: Number.NEGATIVE_INFINITY, high: nextBelow(value) },
      { low: nextAbove(value), high: Number.POSITIVE_INFINITY },
    ]);
  }
  return rest.sort((a, b) => a.low - b.low);
}

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/** The smallest double above the value. */
export function nextAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  if (Number.isNaN(value) || value === Number.POSITIVE_INFINITY) return value;
  float[0] = value;
  bits[0] += value > 0 ? 1n : -1n;
  return float[0];
}

/** The largest double below the value. */
export function nextBelow(value: number): number {
  return -nextAbove(-value);
}
