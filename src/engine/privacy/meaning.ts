/**
 * The most that somebody who gave a probability to a unit's being in the table can give to it after seeing what was made
 * under ε: the odds grow by e^ε at most (but for δ).
 * @param before 0 … 1
 */
export function certaintyAfter(before: number, epsilon: number): number {
  return 1 / (1 + ((1 - before) / before) * Math.exp(-epsilon));
}
