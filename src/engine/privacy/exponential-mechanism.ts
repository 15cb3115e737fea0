import type { NoiseSource } from './noise-source';

/**
 * Chooses an index with probability in proportion to exp(ε · score / 2Δ) (McSherry & Talwar 2007), exactly: indices are
 * proposed uniformly and kept with probability exp(−ε (best − score) / 2Δ). It costs ε, or ρ = ε²/8 (Cesar & Rogers 2021:
 * it is ε-bounded-range). It takes as many proposals as there are scores, at most and on average.
 * @param sensitivity Δ: how much one unit may change any score
 * @throws RangeError without scores, or where one is not finite
 */
export function exponentialMechanism(
  scores: ArrayLike<number>,
  epsilon: number,
  noise: NoiseSource,
  sensitivity = 1,
): number {
  let best = -Infinity;
  for (let i = 0; i < scores.length; i++) {
    if (!Number.isFinite(scores[i])) throw new RangeError('A score is not a number.');
    best = Math.max(best, scores[i]);
  }
  if (scores.length === 0) throw new RangeError('There is nothing to choose from.');
  for (;;) {
    const index = noise.integerBelow(scores.length);
    if (noise.bernoulliExp((epsilon * (best - scores[index])) / (2 * sensitivity))) return index;
  }
}
