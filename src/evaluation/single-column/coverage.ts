/**
 * RangeCoverage: how much of the real range the synthetic values reach over. Range 0 … 1, higher is better; 1.0: both ends
 * are reached; 0: nothing of it. Both sorted upwards, without NaN; NaN where the real values have no range or there are no
 * others. Source: SDMetrics, single_column/statistical/range_coverage.
 * @param sampleSize compute what so many of the other values, drawn at random, reach over on average
 */
export function rangeCoverage(real: Float64Array, other: Float64Array, sampleSize = other.length): number {
  const low = real[0];
  const high = real[real.length - 1];
  if (!(high > low) || other.length === 0) return Number.NaN;
  const left = expectedGap(other.length, sampleSize, (rank) => other[rank] - low);
  const right = expectedGap(other.length, sampleSize, (rank) => high - other[other.length - 1 - rank]);
  return Math.max(0, 1 - (left + right) / (high - low));
}

/** What the outermost value of a random part leaves of the range: the value of each rank times its chance to be outermost. */
function expectedGap(size: number, sampleSize: number, gapAt: (rank: number) => number): number {
  const taken = Math.min(1, sampleSize / size);
  let left = 1;
  let gap = 0;
  for (let rank = 0; rank < size && left > 1e-9; rank++) {
    gap += left * taken * Math.max(0, gapAt(rank));
    left *= 1 - taken;
  }
  return gap;
}

/**
 * CategoryCoverage: of the categories that occur in the real column, the share that occur in the other. Range 0 … 1, higher
 * is better; 1.0: all do. NaN where the real column has none. Counts by category, missing cells not among them. Source:
 * SDMetrics, single_column/statistical/category_coverage.
 * @param sampleShare compute the same for such a share of the other rows, drawn at random, on average
 */
export function categoryCoverage(real: Float64Array, other: Float64Array, sampleShare = 1): number {
  return coverageOf(real, other, sampleShare, () => true);
}

/** A category with less than this share of the real rows is rare. */
const rareShare = 0.01;

export interface RareCoverage {
  /** Rare categories of the real column. */
  readonly categories: number;
  /** Of these the share that occur in the other: 0 … 1, higher is better; NaN where there are none. */
  readonly occurring: number;
  /** How often they occur, together, over how often in the real column: 0 … ∞; 1.0 is as often. NaN where there are none. */
  readonly rate: number;
}

/** Of the categories with less than 1 % of the real rows: how many occur in the other column, and at what rate. */
export function rareCoverage(real: Float64Array, other: Float64Array, sampleShare = 1): RareCoverage {
  const totals = [real, other].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const isRare = (category: number) => real[category] < rareShare * totals[0];
  const rare = real.map((count, category) => (count > 0 && isRare(category) ? 1 : 0));
  const shares = [real, other].map(
    (counts, table) =>
      counts.reduce((sum, count, category) => sum + rare[category] * count, 0) / totals[table],
  );
  return {
    categories: rare.reduce((sum, one) => sum + one, 0),
    occurring: coverageOf(real, other, sampleShare, isRare),
    rate: shares[0] > 0 ? shares[1] / shares[0] : Number.NaN,
  };
}

function coverageOf(
  real: Float64Array,
  other: Float64Array,
  sampleShare: number,
  counts: (category: number) => boolean,
): number {
  const left = 1 - Math.min(1, sampleShare);
  let occurring = 0;
  let all = 0;
  for (let category = 0; category < real.length; category++) {
    if (real[category] === 0 || !counts(category)) continue;
    all++;
    occurring += 1 - left ** other[category];
  }
  return all === 0 ? Number.NaN : occurring / all;
}

/**
 * BoundaryAdherence: the share of the other values that lie within the real range. Range 0 … 1, higher is better; 1.0: all
 * do. Both sorted upwards, without NaN; NaN where either is empty. Source: SDMetrics,
 * single_column/statistical/boundary_adherence.
 */
export function boundaryAdherence(real: Float64Array, other: Float64Array): number {
  if (real.length === 0 || other.length === 0) return Number.NaN;
  let below = 0;
  let above = 0;
  while (below < other.length && other[below] < real[0]) below++;
  while (above < other.length && other[other.length - 1 - above] > real[real.length - 1]) above++;
  return Math.max(0, 1 - (below + above) / other.length);
}
