import type { NoiseSource } from '../../../src/engine/privacy/noise-source';
import { seededNoise } from './seeded-noise';

/** Counts without noise: shows what is counted. Choices are made as ever. */
export function silentNoise(): NoiseSource {
  const base = seededNoise(1);
  return {
    uniform: () => base.uniform(),
    integerBelow: (bound) => base.integerBelow(bound),
    bernoulliExp: (x) => base.bernoulliExp(x),
    discreteGaussian: () => 0,
    discreteLaplace: () => 0,
    addGaussian: () => undefined,
    poissonRows: (rows, rate) => base.poissonRows(rows, rate),
  };
}
