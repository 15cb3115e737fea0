import { addNoise } from '../../encode/private/noisy-counts';
import { exponentialMechanism } from '../../privacy/exponential-mechanism';
import type { NoiseSource } from '../../privacy/noise-source';
import type { FitHost } from './aim';
import type { MarginalFit } from './marginal-fit';
import { candidatePairs, type CellRows, countPair } from './pair-counts';
import { pairErrors } from './pair-errors';

const steps = 1000;

/**
 * MST (McKenna, Miklau & Sheldon 2021): a spanning tree of pairs, chosen edge by edge by the exponential mechanism as far as
 * the pair is from independence, with half of `rho`, and measured with the other half.
 */
export async function fitSpanningTree(
  fit: MarginalFit,
  rows: CellRows,
  rho: number,
  noise: NoiseSource,
  { breathe, onProgress }: FitHost,
): Promise<void> {
  const variables = rows.sizes.length;
  await fit.fit(100, breathe);
  if (variables < 2) return;
  const pairs = candidatePairs(variables, null);
  const counts = pairs.map((pair) => countPair(rows, pair));
  const errors = await pairErrors(fit, pairs, counts, breathe);
  const edges = variables - 1;
  const epsilon = Math.sqrt((8 * (rho / 2)) / edges);
  const sigma = Math.sqrt(edges / (2 * (rho / 2)));
  const partOf = Int32Array.from({ length: variables }, (_, variable) => variable);
  for (let edge = 0; edge < edges; edge++) {
    const open = [...pairs.keys()].filter((place) => partOf[pairs[place][0]] !== partOf[pairs[place][1]]);
    const drawn = exponentialMechanism(
      open.map((place) => errors[place]),
      epsilon,
      noise,
    );
    const place = open[drawn];
    const [a, b] = pairs[place].map((variable) => partOf[variable]);
    partOf.forEach((part, variable) => part === b && (partOf[variable] = a));
    fit.add({
      variables: pairs[place],
      counts: addNoise(counts[place], { noise, sigma }),
      variances: sigma ** 2,
    });
    await breathe();
  }
  onProgress(0.5);
  await fit.fit(steps, breathe);
}
