/** How many rows are how far from their nearest training row: shared bins, for a picture. */
export interface DistanceHistogram {
  /** One more than there are bins; the last bin also has what is beyond. */
  readonly edges: Float64Array;
  readonly synthetic: Float64Array;
  readonly holdout: Float64Array | null;
}

const bins = 30;

/** Equal bins from 0 to where 99 of 100 synthetic rows are nearer. */
export function distanceHistogram(synthetic: Float64Array, holdout: Float64Array | null): DistanceHistogram {
  const sorted = synthetic.slice().sort();
  const end = sorted[Math.floor(0.99 * (sorted.length - 1))];
  const width = Number.isFinite(end) && end > 0 ? end / bins : 1 / bins;
  const tally = (distances: Float64Array) => {
    const counts = new Float64Array(bins);
    for (let row = 0; row < distances.length; row++) {
      counts[Math.min(bins - 1, Math.floor(distances[row] / width))]++;
    }
    return counts;
  };
  return {
    edges: Float64Array.from({ length: bins + 1 }, (_, edge) => edge * width),
    synthetic: tally(synthetic),
    holdout: holdout && tally(holdout),
  };
}
