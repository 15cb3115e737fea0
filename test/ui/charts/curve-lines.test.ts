import { describe, expect, it } from 'vitest';
import { bandPath, curveRange, linePath, placesOf, type CurveDot } from '../../../src/ui/charts/curve-lines';

const dot = (at: number, value: number, half?: number): CurveDot => ({
  at,
  figure: { value, interval: half === undefined ? null : { low: value - half, high: value + half } },
});
const lines = [
  { series: 'real', label: 'real', points: [dot(10, 1, 0.5), dot(30, 2, 0.5)] },
  { series: 'synthetic', label: 'synthetic', points: [dot(0, 3), dot(10, Number.NaN), dot(20, 4)] },
] as const;
const same = (value: number) => value;

describe('lines over rows', () => {
  it('have every place of either line once, rising', () => {
    expect(placesOf(lines)).toEqual([0, 10, 20, 30]);
  });

  it('have room for all intervals', () => {
    const [low, high] = curveRange(lines);
    expect(low).toBeCloseTo(0.15, 10);
    expect(high).toBeCloseTo(4.35, 10);
    expect(curveRange([])).toEqual([0, 1]);
  });

  it('break where a figure is not known', () => {
    expect(linePath(lines[0].points, same, same)).toBe('M10,1L30,2');
    expect(linePath(lines[1].points, same, same)).toBe('M0,3M20,4');
  });

  it('have a band through the intervals’ ends, and none of a single interval', () => {
    expect(bandPath(lines[0].points, same, same)).toBe('M10,1.5L30,2.5L30,1.5L10,0.5Z');
    expect(bandPath([dot(1, 1, 1), dot(2, 2)], same, same)).toBe('');
  });
});
