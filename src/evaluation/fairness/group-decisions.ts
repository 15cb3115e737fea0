/** What was decided about the rows of one group, against what is true: K × K counts, row-major, truths down. */
export type Confusion = Float64Array;

/** Counts each group's rows, as often as `weights` says, by their true and their decided class. */
export function countDecisions(
  groups: readonly Uint32Array[],
  truths: Uint8Array,
  decisions: Uint8Array,
  classes: number,
  weights: Uint8Array,
): Confusion[] {
  return groups.map((rows) => {
    const counts = new Float64Array(classes * classes);
    for (const row of rows) counts[truths[row] * classes + decisions[row]] += weights[row];
    return counts;
  });
}

/**
 * Demographic parity difference: how much more often the same is decided of one group than of another, max − min over
 * groups of P(ŷ = class | group). Range 0 … 1, lower is fairer; 0: decisions are as frequent in every group, 1.0: always
 * in one, never in another. Of more than two classes, that of the class where it is largest (of two it is the same). NaN
 * where fewer than two groups have rows. Source: Agarwal et al., "A reductions approach to fair classification" (ICML
 * 2018); the same as fairlearn's `demographic_parity_difference`.
 */
export function demographicParityDifference(groups: readonly Confusion[], classes: number): number {
  return largestOverClasses(classes, (one) => spreadOf(groups.map((counts) => rateOf(counts, classes, one))));
}

/**
 * Equalised odds difference: how much more often a group is decided rightly, or wrongly, to be of a class, than another:
 * the larger of max − min of P(ŷ = class | class, group) and of P(ŷ = class | not class, group). Range 0 … 1, lower is
 * fairer; 0: errors are as frequent in every group. Of more than two classes, that of the class where it is largest.
 * Groups without rows of the class (or of others) are left out of that rate; NaN where fewer than two are left. Source:
 * Hardt et al., "Equality of opportunity in supervised learning" (NeurIPS 2016); fairlearn's `equalized_odds_difference`.
 */
export function equalisedOddsDifference(groups: readonly Confusion[], classes: number): number {
  return largestOverClasses(classes, (one) =>
    largestOf([
      spreadOf(groups.map((counts) => rateOf(counts, classes, one, (truth) => truth === one))),
      spreadOf(groups.map((counts) => rateOf(counts, classes, one, (truth) => truth !== one))),
    ]),
  );
}

/** Share of the rows, or of those whose truth is wanted, that were decided to be of the class; NaN without rows. */
function rateOf(
  counts: Confusion,
  classes: number,
  decided: number,
  isWanted: (truth: number) => boolean = () => true,
): number {
  let all = 0;
  let own = 0;
  for (let truth = 0; truth < classes; truth++) {
    if (!isWanted(truth)) continue;
    for (let decision = 0; decision < classes; decision++) all += counts[truth * classes + decision];
    own += counts[truth * classes + decided];
  }
  return own / all;
}

/** Greatest less least of the rates that are known; NaN of fewer than two. */
function spreadOf(rates: readonly number[]): number {
  const known = rates.filter((rate) => !Number.isNaN(rate));
  return known.length < 2 ? Number.NaN : Math.max(...known) - Math.min(...known);
}

function largestOverClasses(classes: number, measure: (one: number) => number): number {
  return largestOf(Array.from({ length: classes }, (_, one) => measure(one)));
}

/** NaN where none is known. */
function largestOf(values: readonly number[]): number {
  return values.reduce((most, value) => (value > most || Number.isNaN(most) ? value : most), Number.NaN);
}
