/** The normal quantile of a two-sided 95 % interval. */
const z = 1.959963984540054;

/**
 * Wilson's 95 % score interval of a share, 0 … 1: `successes` of `trials` (halves allowed, for ties). [0, 1] where
 * there were no trials. Source: Wilson, "Probable inference, the law of succession, and statistical inference",
 * J. Am. Stat. Assoc. 22 (1927).
 */
export function wilsonInterval(successes: number, trials: number): { low: number; high: number } {
  const weight = trials + z * z;
  const centre = (successes + (z * z) / 2) / weight;
  const share = trials === 0 ? 0 : successes / trials;
  const half = (z / weight) * Math.sqrt(trials * share * (1 - share) + (z * z) / 4);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
