import type { JointCounts } from './joint-counts';

/**
 * Bias-corrected Cramér's V of two categorical columns in one table of the joint counts; rows where either is
 * missing (code 0) are left out. Range 0 … 1; 0: independent, 1.0: each category of one goes with one of the other.
 * NaN where fewer than two categories of either are left, or as many as rows.
 * Source: Bergsma, "A bias-correction for Cramér's V and Tschuprow's T", J. Korean Stat. Soc. 42 (2013).
 */
export function cramersV(
  joint: JointCounts,
  table: number,
  firstLevels: number,
  secondLevels: number,
): number {
  const counts = joint.counts[table];
  const firstSums = new Float64Array(firstLevels);
  const secondSums = new Float64Array(secondLevels);
  const total = sumMargins(joint, counts, firstSums, secondSums);
  let ratios = 0;
  for (let cell = 0; cell < joint.cells; cell++) {
    const first = joint.firstCodes[cell];
    const second = joint.secondCodes[cell];
    const count = counts[cell];
    if (count > 0 && first > 0 && second > 0)
      ratios += (count * count) / (firstSums[first] * secondSums[second]);
  }
  return correctBias(ratios - 1, total, countFilled(firstSums), countFilled(secondSums));
}

/**
 * Correlation ratio η of a numeric column within the categories of another, over the rows where both are present:
 * the root of the share of the number's variance that lies between the categories. Range 0 … 1; 0: the mean is the
 * same in each category, 1.0: each category has one value. NaN where the number is constant or fewer than two
 * categories are left. `codes`: 0 is missing, others below `levels`. `values`: centred (see standardise), NaN missing.
 * Source: Fisher, "Statistical Methods for Research Workers" (1925).
 */
export function correlationRatio(codes: Int32Array, levels: number, values: Float64Array): number {
  const sums = new Float64Array(levels);
  const counts = new Float64Array(levels);
  let squares = 0;
  for (let row = 0; row < codes.length; row++) {
    const value = values[row];
    const code = codes[row];
    if (code === 0 || Number.isNaN(value)) continue;
    sums[code] += value;
    counts[code]++;
    squares += value * value;
  }
  return ratioOf(sums, counts, squares);
}

function ratioOf(sums: Float64Array, counts: Float64Array, squares: number): number {
  let total = 0;
  let rows = 0;
  let between = 0;
  let filled = 0;
  for (let code = 1; code < sums.length; code++) {
    if (counts[code] === 0) continue;
    total += sums[code];
    rows += counts[code];
    between += (sums[code] * sums[code]) / counts[code];
    filled++;
  }
  const centre = (total * total) / rows;
  const variation = squares - centre;
  if (filled < 2 || !(variation > 1e-12 * squares)) return Number.NaN;
  return Math.sqrt(Math.max(0, Math.min(1, (between - centre) / variation)));
}

function sumMargins(
  joint: JointCounts,
  counts: Int32Array,
  firstSums: Float64Array,
  secondSums: Float64Array,
): number {
  let total = 0;
  for (let cell = 0; cell < joint.cells; cell++) {
    const first = joint.firstCodes[cell];
    const second = joint.secondCodes[cell];
    if (first === 0 || second === 0) continue;
    firstSums[first] += counts[cell];
    secondSums[second] += counts[cell];
    total += counts[cell];
  }
  return total;
}

/** From φ² = χ²/n to V; `rows` and `columns` are the categories that occur. */
function correctBias(phiSquared: number, total: number, rows: number, columns: number): number {
  if (rows < 2 || columns < 2) return Number.NaN;
  const phi = Math.max(0, phiSquared - ((rows - 1) * (columns - 1)) / (total - 1));
  const fewest = Math.min(rows - (rows - 1) ** 2 / (total - 1), columns - (columns - 1) ** 2 / (total - 1));
  return fewest > 1 + 1e-12 ? Math.min(1, Math.sqrt(phi / (fewest - 1))) : Number.NaN;
}

function countFilled(sums: Float64Array): number {
  let filled = 0;
  for (let code = 1; code < sums.length; code++) if (sums[code] > 0) filled++;
  return filled;
}
