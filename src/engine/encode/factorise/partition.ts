import { type CodePoints, placesAlong, principalDirection } from './code-points';
import type { GroupSizes } from './group-sizes';

/** A run of the order: first place and the place after the last. */
interface Segment {
  readonly start: number;
  readonly end: number;
  /** Where it is best cut in two, and how much of the points' spread that explains. */
  readonly cut: number;
  readonly gain: number;
}

/** A group that is too large is cut no nearer to its ends than this share of its codes. */
const leastShare = 0.25;

/**
 * Parts the codes into groups that lie close together, by cutting in two, again and again, where it explains most of the
 * spread between rows: divisive clustering by Ward's criterion (1963) along the principal direction (Boley 1998). A group
 * of more than `mostMembers` is cut first, so there may be more groups than asked for.
 * @returns the codes of each group, neighbours alike; the members too stand in an order of likeness, which is the same in
 *   every group
 */
export function partitionCodes(points: CodePoints, sizes: GroupSizes): Int32Array[] {
  const order = Int32Array.from(points.weights, (_, code) => code);
  const segments = [findCut(points, order, 0, order.length, sizes)];
  for (;;) {
    const place = nextToCut(segments, sizes);
    if (place < 0) break;
    const { start, cut, end } = segments[place];
    const halves = [findCut(points, order, start, cut, sizes), findCut(points, order, cut, end, sizes)];
    segments.splice(place, 1, ...halves);
  }
  const groups = segments.map(({ start, end }) => order.slice(start, end));
  const direction = principalDirection(points, groups);
  return groups.map((codes) => sortAlong(codes, placesAlong(points, codes, direction)));
}

/** The largest that is too large, else the one whose cut gains most; -1 when there are groups enough. */
function nextToCut(segments: readonly Segment[], { groups, mostMembers }: GroupSizes): number {
  const largest = argmax(segments, ({ start, end }) => end - start);
  const { start, end } = segments[largest];
  if (end - start > mostMembers) return largest;
  const best = argmax(segments, ({ gain }) => gain);
  return segments.length < groups && segments[best].gain > 0 ? best : -1;
}

function argmax(segments: readonly Segment[], valueOf: (segment: Segment) => number): number {
  let best = 0;
  segments.forEach((segment, place) => {
    if (valueOf(segment) > valueOf(segments[best])) best = place;
  });
  return best;
}

/** Sorts that part of the order along its principal direction and finds the best cut. */
function findCut(
  points: CodePoints,
  order: Int32Array,
  start: number,
  end: number,
  { mostMembers }: GroupSizes,
): Segment {
  const unsorted = order.slice(start, end);
  const direction = principalDirection(points, [unsorted]);
  const codes = sortAlong(unsorted, placesAlong(points, unsorted, direction));
  order.set(codes, start);
  const margin = codes.length > mostMembers ? Math.max(1, Math.floor(leastShare * codes.length)) : 1;
  const { cut, gain } = bestCut(points.weights, codes, placesAlong(points, codes, direction), margin);
  return { start, end, cut: start + cut, gain };
}

/** The cut of sorted places that explains most of their weighted spread; in the middle where none explains any. */
function bestCut(
  weights: Float64Array,
  codes: Int32Array,
  places: Float64Array,
  margin: number,
): { cut: number; gain: number } {
  let total = 0;
  let moment = 0;
  codes.forEach((code, i) => {
    total += weights[code];
    moment += weights[code] * places[i];
  });
  let best = { cut: codes.length >> 1, gain: 0 };
  let left = 0;
  let leftMoment = 0;
  for (let cut = 1; cut <= codes.length - margin; cut++) {
    left += weights[codes[cut - 1]];
    leftMoment += weights[codes[cut - 1]] * places[cut - 1];
    if (cut < margin || left === 0 || left === total) continue;
    const distance = leftMoment / left - (moment - leftMoment) / (total - left);
    const gain = ((left * (total - left)) / total) * distance ** 2;
    if (gain > best.gain) best = { cut, gain };
  }
  return best;
}

function sortAlong(codes: Int32Array, places: Float64Array): Int32Array {
  const sorted = Int32Array.from(codes, (_, i) => i).sort(
    (a, b) => places[a] - places[b] || codes[a] - codes[b],
  );
  return sorted.map((i) => codes[i]);
}
