import type { Figure } from '../../evaluation/evidence';

/** A line over a number of rows: what is real, or what is synthetic. */
export interface CurveLine {
  readonly series: 'real' | 'synthetic';
  readonly label: string;
  /** By rising `at`. */
  readonly points: readonly CurveDot[];
}

export interface CurveDot {
  readonly at: number;
  readonly figure: Figure;
}

/** Every place at which a line has a point, rising. */
export function placesOf(lines: readonly CurveLine[]): number[] {
  const places = new Set(lines.flatMap(({ points }) => points.map(({ at }) => at)));
  return [...places].sort((a, b) => a - b);
}

/** The stretch that holds all figures and their intervals, with a tenth of it to spare at either end. */
export function curveRange(lines: readonly CurveLine[]): readonly [number, number] {
  const values = lines
    .flatMap(({ points }) => points)
    .flatMap(({ figure: { value, interval } }) => (interval ? [value, interval.low, interval.high] : [value]))
    .filter(Number.isFinite);
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spare = Math.max((high - low) / 10, 1e-3);
  return [low - spare, high + spare];
}

type Place = (value: number) => number;

/** A line through the points, as an SVG path; broken where a figure is not known. */
export function linePath(points: readonly CurveDot[], across: Place, up: Place): string {
  return points
    .map(({ at, figure }, i) => {
      if (!Number.isFinite(figure.value)) return '';
      const pen = i > 0 && Number.isFinite(points[i - 1].figure.value) ? 'L' : 'M';
      return `${pen}${across(at)},${up(figure.value)}`;
    })
    .join('');
}

/** The intervals' band around a line, as an SVG path; empty where fewer than two are known. */
export function bandPath(points: readonly CurveDot[], across: Place, up: Place): string {
  const known = points.flatMap(({ at, figure: { interval } }) => (interval ? [{ at, ...interval }] : []));
  if (known.length < 2) return '';
  const tops = known.map(({ at, high }) => `${across(at)},${up(high)}`);
  const bottoms = known.map(({ at, low }) => `${across(at)},${up(low)}`).reverse();
  return `M${[...tops, ...bottoms].join('L')}Z`;
}
