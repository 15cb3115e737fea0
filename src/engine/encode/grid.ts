/** Evenly spaced numbers: `origin + k · step`. */
export interface Grid {
  readonly origin: number;
  readonly step: number;
}

/** Fewer different values than this may lie on a coarse grid by chance. */
const fewestValues = 20;

/**
 * The coarsest grid that holds every value: half-hours, midnights, hundreds, quarters. Values count as multiples of the
 * resolution; where there are few of them the grid is the resolution's own.
 * @param distinct different values, rising, none NaN
 * @param resolution distance between neighbouring values as written
 */
export function findGrid(distinct: Float64Array, resolution: number): Grid {
  const own = { origin: 0, step: resolution };
  if (distinct.length < fewestValues) return own;
  const perUnit = resolution < 1 ? Math.round(1 / resolution) : 1;
  const units = distinct.map((value) => Math.round(value * perUnit));
  if (!units.every((value) => Number.isSafeInteger(value))) return own;
  let common = 0;
  for (const value of units) {
    common = greatestDivisor(value - units[0], common);
    if (common === 1) return own;
  }
  return common > 1 ? { origin: distinct[0], step: common / perUnit } : own;
}

function greatestDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
