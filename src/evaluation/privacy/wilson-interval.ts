/** The normal quantile of a two-sided 95 % interval. */
const z = 1.959963984540054;

/** A share as it is estimated from trials, give or take an error. */
export interface Rate {
  readonly value: number;
  /** Half of the 95 % interval. */
  readonly error: number;
}

/**
 * Wilson's estimate of a share: the middle and half of his 95 % score interval; ½ ± ½ where there were no trials.
 * `successes` of `trials`, halves allowed, for ties. Source: Wilson, "Probable inference, the law of succession, and
 * statistical inference", J. Am. Stat. Assoc. 22 (1927).
 */
export function wilsonRate(successes: number, trials: number): Rate {
  const weight = trials + z * z;
  const share = trials === 0 ? 0 : successes / trials;
  return {
    value: (successes + (z * z) / 2) / weight,
    error: (z / weight) * Math.sqrt(trials * share * (1 - share) + (z * z) / 4),
  };
}

/** Wilson's 95 % score interval of a share, 0 … 1; [0, 1] where there were no trials. */
export function wilsonInterval(successes: number, trials: number): { low: number; high: number } {
  const { value, error } = wilsonRate(successes, trials);
  return { low: Math.max(0, value - error), high: Math.min(1, value + error) };
}
