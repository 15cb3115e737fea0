import { addNoise } from '../../encode/private/noisy-counts';
import { exponentialMechanism } from '../../privacy/exponential-mechanism';
import type { NoiseSource } from '../../privacy/noise-source';
import { cellsOfAll, cellsOver, includesAll, triangulate } from './cliques';
import type { MarginalFit } from './marginal-fit';
import { candidatePairs, type CellRows, countPair, type Pair, targetPairs } from './pair-counts';
import { pairErrors } from './pair-errors';

/** Whom the fitting tells how it goes, and who may end it. */
export interface FitHost {
  readonly breathe: () => Promise<void>;
  /** Share of the work done, 0 … 1. */
  readonly onProgress: (share: number) => void;
}

export interface AimOptions {
  /** Pairs chosen and measured one after the other. */
  readonly rounds: number;
  /** All pairs with this variable are measured beforehand; null: none. */
  readonly target: number | null;
  /** Most cells of all tables of the junction tree, once the whole budget is used. */
  readonly mostCells: number;
}

/** Of each round's budget, for choosing. */
const choiceShare = 0.1;
/** Of the whole budget, for the pairs with the target. */
const targetShare = 0.2;
const firstSteps = 100;
const stepsPerRound = 60;
const lastSteps = 400;
/** The mean of |noise| in standard deviations. */
const meanNoise = Math.sqrt(2 / Math.PI);

/**
 * AIM (McKenna, Mullins, Sheldon & Miklau 2022) over pairs of variables, with a fixed number of rounds of the same size: each
 * time a pair is chosen by the exponential mechanism, as far as the fit is from it beyond what its noise will be, then
 * measured and fitted. Costs `rho` whatever is chosen. Pairs are left out whose junction tree would be larger than the budget
 * used so far allows.
 */
export async function fitAim(
  fit: MarginalFit,
  rows: CellRows,
  rho: number,
  { rounds, target, mostCells }: AimOptions,
  noise: NoiseSource,
  host: FitHost,
): Promise<void> {
  const { breathe } = host;
  const variables = rows.sizes.length;
  const pairs = candidatePairs(variables, target);
  const counts = await countAll(rows, pairs, breathe);
  const measure = (place: number, sigma: number) =>
    fit.add({
      variables: pairs[place],
      counts: addNoise(counts[place], { noise, sigma }),
      variances: sigma ** 2,
    });
  let used = 0;
  if (target !== null && variables > 1) {
    used = targetShare * rho;
    const sigma = Math.sqrt((variables - 1) / (2 * used));
    targetPairs(variables, target).forEach((_, place) => measure(place, sigma));
  }
  await fit.fit(firstSteps, breathe);
  const perRound = (rho - used) / rounds;
  const sigma = Math.sqrt(1 / (2 * (1 - choiceShare) * perRound));
  const epsilon = Math.sqrt(8 * choiceShare * perRound);
  for (let round = 1; round <= rounds && pairs.length > 0; round++) {
    used += perRound;
    const errors = await pairErrors(fit, pairs, counts, breathe);
    const scores = errors.map((error, place) => error - meanNoise * sigma * counts[place].length);
    measure(choose(fit, pairs, scores, (mostCells * used) / rho, epsilon, noise), sigma);
    await fit.fit(stepsPerRound, breathe);
    host.onProgress(round / (rounds + 1));
  }
  await fit.fit(lastSteps, breathe);
}

async function countAll(
  rows: CellRows,
  pairs: readonly Pair[],
  breathe: () => Promise<void>,
): Promise<Uint32Array[]> {
  const counts: Uint32Array[] = [];
  for (const pair of pairs) {
    counts.push(countPair(rows, pair));
    await breathe();
  }
  return counts;
}

/**
 * A pair's place, by the exponential mechanism among those that leave the junction tree small enough: drawn from all and
 * again without it where it does not, which comes to the same. Where none does, the smallest pair.
 */
function choose(
  fit: MarginalFit,
  pairs: readonly Pair[],
  scores: Float64Array,
  mostCells: number,
  epsilon: number,
  noise: NoiseSource,
): number {
  const { sizes, subsets } = fit;
  const cliques = fit.beliefs.nodes.map((node) => node.variables);
  const left = [...pairs.keys()];
  while (left.length > 0) {
    const drawn = exponentialMechanism(
      left.map((place) => scores[place]),
      epsilon,
      noise,
    );
    const place = left[drawn];
    const isHeld = cliques.some((clique) => includesAll(clique, pairs[place]));
    if (isHeld || cellsOfAll(sizes, triangulate(sizes, [...subsets, pairs[place]])) <= mostCells)
      return place;
    left.splice(drawn, 1);
  }
  const cells = pairs.map((pair) => cellsOver(sizes, pair));
  return cells.indexOf(Math.min(...cells));
}
