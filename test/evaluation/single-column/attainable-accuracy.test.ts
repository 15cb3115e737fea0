import { describe, expect, it } from 'vitest';
import { permutation, RandomStream } from '../../../src/engine/random';
import { attainableAccuracy, attainableKs } from '../../../src/evaluation/single-column/attainable-accuracy';
import { ksDistance } from '../../../src/evaluation/single-column/ks-complement';
import { tvDistance } from '../../../src/evaluation/single-column/tv-complement';

const random = new RandomStream(1, 'attainable');
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('attainableAccuracy', () => {
  it('has the value known for a fair coin and a thousand rows each', () => {
    expect(attainableAccuracy(Float64Array.of(1, 1), 1000, 1000)).toBeCloseTo(0.98216, 5);
  });

  it('is what samples of one distribution reach on average', () => {
    const pool = permutation(800, random).map((row) => row % 6);
    const draw = () => {
      const counts = new Float64Array(6);
      for (let row = 0; row < 300; row++) counts[pool[random.int(800)]]++;
      return counts;
    };
    const reached = mean(Array.from({ length: 400 }, () => 1 - tvDistance(draw(), draw())));
    expect(Math.abs(reached - attainableAccuracy(draw(), 300, 300))).toBeLessThan(0.005);
  });

  it('is not defined without rows', () => {
    expect(attainableAccuracy(Float64Array.of(0, 0), 10, 10)).toBeNaN();
  });
});

describe('attainableKs', () => {
  it('is what samples of one distribution reach on average', () => {
    const draw = () => Float64Array.from({ length: 400 }, () => random.normal()).sort();
    const reached = mean(Array.from({ length: 300 }, () => 1 - ksDistance(draw(), draw())));
    expect(Math.abs(reached - attainableKs(400, 400))).toBeLessThan(0.005);
  });
});
