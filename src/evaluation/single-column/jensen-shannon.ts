/**
 * Jensen–Shannon distance of two tables of counts over the same cells: the root of the divergence, to base 2. Range 0 … 1,
 * lower is closer; 0: the same shares, 1.0: no cell in common. Two empty tables are at distance 0, an empty and a filled one
 * at 1. Source: Endres & Schindelin, "A new metric for probability distributions" (2003); scipy.spatial.distance.jensenshannon.
 */
export function jensenShannonDistance(first: Float64Array, second: Float64Array): number {
  const firstTotal = first.reduce((sum, count) => sum + count, 0);
  const secondTotal = second.reduce((sum, count) => sum + count, 0);
  if (firstTotal === 0 || secondTotal === 0) return firstTotal === secondTotal ? 0 : 1;
  let divergence = 0;
  for (let cell = 0; cell < first.length; cell++) {
    const p = first[cell] / firstTotal;
    const q = second[cell] / secondTotal;
    const middle = (p + q) / 2;
    if (p > 0) divergence += (p * Math.log2(p / middle)) / 2;
    if (q > 0) divergence += (q * Math.log2(q / middle)) / 2;
  }
  return Math.sqrt(Math.max(0, Math.min(1, divergence)));
}
