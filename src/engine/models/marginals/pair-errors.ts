import type { MarginalFit } from './marginal-fit';
import type { Pair } from './pair-counts';
import { PairMarginals } from './pair-marginals';

/**
 * How far each pair's counts are from what the fit expects: Σ|n − n̂|. A row more or less changes it by 1 at most.
 * @param counts by the pair's place
 */
export async function pairErrors(
  { beliefs, sizes, rows }: MarginalFit,
  pairs: readonly Pair[],
  counts: readonly Uint32Array[],
  breathe: () => Promise<void>,
): Promise<Float64Array> {
  const errors = new Float64Array(pairs.length);
  const marginals = new PairMarginals(beliefs, sizes);
  for (const [variable, places] of placesByFirst(pairs)) {
    marginals.walk(variable, new Set(places.keys()), (other, probabilities) => {
      const place = places.get(other) as number;
      errors[place] = distance(counts[place], probabilities, rows);
    });
    await breathe();
  }
  return errors;
}

/** By the pairs' first variable, where the pair with each second one stands. */
function placesByFirst(pairs: readonly Pair[]): Map<number, Map<number, number>> {
  const all = new Map<number, Map<number, number>>();
  pairs.forEach(([first, second], place) => {
    const places = all.get(first) ?? new Map<number, number>();
    all.set(first, places.set(second, place));
  });
  return all;
}

function distance(counts: Uint32Array, probabilities: Float64Array, rows: number): number {
  let sum = 0;
  for (let cell = 0; cell < counts.length; cell++) sum += Math.abs(counts[cell] - rows * probabilities[cell]);
  return sum;
}
