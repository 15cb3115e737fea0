/** How far off a synthetic table is from the real one, on average over columns and pairs: 0 is equal, 1 has nothing in common. */
export interface Likeness {
  readonly columns: number;
  readonly pairs: number;
}

/**
 * Measured on made-up customers of a bank, 300 to 30,000 of them at ε of 0.3 to 3, learnt by AIM with bounds and lists
 * given (`npm run bench dp -- --bought`): by the noise in a count, as a share of the rows (noiseShare).
 */
const measured: readonly (Likeness & { readonly noise: number })[] = [
  { noise: 0.0006, columns: 0.003, pairs: 0.031 },
  { noise: 0.0013, columns: 0.006, pairs: 0.032 },
  { noise: 0.0041, columns: 0.016, pairs: 0.047 },
  { noise: 0.0061, columns: 0.027, pairs: 0.061 },
  { noise: 0.013, columns: 0.055, pairs: 0.075 },
  { noise: 0.018, columns: 0.067, pairs: 0.089 },
  { noise: 0.041, columns: 0.16, pairs: 0.15 },
  { noise: 0.061, columns: 0.22, pairs: 0.2 },
  { noise: 0.13, columns: 0.31, pairs: 0.3 },
  { noise: 0.41, columns: 0.5, pairs: 0.51 },
];

/** What so much noise usually leaves of a table, from simulations alone; beyond what was measured, its end. */
export function likenessAt(noise: number): Likeness {
  const above = measured.findIndex((one) => one.noise >= noise);
  if (above === 0) return measured[0];
  if (above < 0) return measured[measured.length - 1];
  const [low, high] = [measured[above - 1], measured[above]];
  const share = Math.log(noise / low.noise) / Math.log(high.noise / low.noise);
  const between = (a: number, b: number) => a * (b / a) ** share;
  return { columns: between(low.columns, high.columns), pairs: between(low.pairs, high.pairs) };
}
