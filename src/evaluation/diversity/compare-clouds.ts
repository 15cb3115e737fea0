import type { Figure } from '../evidence';
import { jackknifeCounts, jackknifeGroups } from '../group-jackknife';
import { findNeighbours, visitNear } from '../neighbours/find-neighbours';
import { indexNeighbours, type NeighbourIndex } from '../neighbours/neighbour-index';
import { distanceBelow, type PlacedRows, type RowSpace } from '../neighbours/row-space';
import { alphaRadii, alphaSteps, curveScore, firstReaching } from './alpha-curves';
import { centreDistances } from './centre-distances';

/** Neighbours that a real row's ball reaches to, as PRDC has it. */
export const ballNeighbours = 5;

/** Two clouds of rows of the same size, one real, beside each other. */
export interface CloudFigures {
  readonly alphaPrecision: Figure;
  readonly betaRecall: Figure;
  readonly density: Figure;
  readonly coverage: Figure;
}

/** For each real row: how far it is to others of its kind, and who among the other rows is near. */
interface Nearness {
  /** Squared distances to the nearest real row and to the fifth. */
  readonly own: Float64Array;
  readonly ball: Float64Array;
  /** Squared distance to the nearest other row, and that row. */
  readonly other: Float64Array;
  readonly nearest: Int32Array;
  /** Other rows in the ball. */
  readonly inside: Float64Array;
}

/**
 * α-precision and β-recall (see alpha-curves; naive variant: one-hot and min-max, the mean as centre), and density and
 * coverage: how many real rows' balls, each reaching to its fifth neighbour, a row lies in, over five (range 0 … rows / 5; 1.0: as
 * real rows do), and the share of the real rows with a row in their ball (range 0 … 1; fresh real rows reach 1 − 2⁻⁵).
 * Intervals by the jackknife over the rows that are asked about. Source: Naeem et al., "Reliable fidelity and diversity
 * metrics for generative models" (arXiv 2002.09797).
 * @param space of squared euclidean distances
 */
export async function compareClouds(
  space: RowSpace,
  real: PlacedRows,
  other: PlacedRows,
  afterRows: (rows: number) => Promise<void>,
): Promise<CloudFigures> {
  const near = await searchBoth(space, real, other, afterRows);
  const radii = alphaRadii(centreDistances(space, real, real));
  const steps = centreDistances(space, other, real).map((distance) => firstReaching(radii, distance));
  const otherDistances = centreDistances(space, other, other);
  const otherRadii = alphaRadii(otherDistances);
  const stoodFor = Float64Array.from(near.nearest, (nearest, row) =>
    near.other[row] <= near.own[row] ? firstReaching(otherRadii, otherDistances[nearest]) : alphaSteps,
  );
  const covered = near.other.map((distance, row) => (distance < near.ball[row] ? 1 : 0));
  return {
    alphaPrecision: scoreOf(steps),
    betaRecall: scoreOf(stoodFor),
    density: meanOf(near.inside, (real.count / Math.max(1, other.count)) * (1 / ballNeighbours), Infinity),
    coverage: meanOf(covered, 1, 1),
  };
}

async function searchBoth(
  space: RowSpace,
  real: PlacedRows,
  other: PlacedRows,
  afterRows: (rows: number) => Promise<void>,
): Promise<Nearness> {
  const k = ballNeighbours;
  const pause = () => afterRows(0);
  const own = await indexNeighbours(space, real, pause);
  const { distances } = await findNeighbours(own, real, k, afterRows, true);
  const near: Nearness = {
    own: Float64Array.from({ length: real.count }, (_, row) => distances[row * k]),
    ball: Float64Array.from({ length: real.count }, (_, row) => distances[row * k + k - 1]),
    other: new Float64Array(real.count).fill(Infinity),
    nearest: new Int32Array(real.count).fill(-1),
    inside: new Float64Array(real.count),
  };
  const index = await indexNeighbours(space, other, pause);
  const atOnce = 20;
  for (let row = 0; row < real.count; row++) {
    lookAround(index, real, row, near);
    if (row % atOnce === atOnce - 1) await afterRows(atOnce);
  }
  return near;
}

/** One visit finds both: the nearest other row, however far, and all that are in the ball. */
function lookAround(index: NeighbourIndex, real: PlacedRows, row: number, near: Nearness): void {
  const ball = near.ball[row];
  visitNear(index, real, row, (start, end) => {
    for (let at = start; at < end; at++) {
      const limit = Math.max(ball, near.other[row]);
      const distance = distanceBelow(limit, index.space, real, row, index.rows, at);
      if (distance < ball) near.inside[row]++;
      if (distance >= near.other[row]) continue;
      near.other[row] = distance;
      near.nearest[row] = index.given[at];
    }
    return Math.max(ball, near.other[row]);
  });
}

/** The score of rows that are each reached at a step. */
function scoreOf(steps: Float64Array): Figure {
  const cells = alphaSteps + 1;
  const groups = new Float64Array(jackknifeGroups * cells);
  for (let row = 0; row < steps.length; row++) groups[(row % jackknifeGroups) * cells + steps[row]]++;
  return jackknifeCounts(groups, cells, curveScore, [-1, 1]);
}

/** The mean times a factor. */
function meanOf(values: Float64Array, factor: number, most: number): Figure {
  const groups = new Float64Array(jackknifeGroups * 2);
  for (let row = 0; row < values.length; row++) {
    groups[(row % jackknifeGroups) * 2] += values[row];
    groups[(row % jackknifeGroups) * 2 + 1]++;
  }
  return jackknifeCounts(groups, 2, ([sum, rows]) => (factor * sum) / rows, [0, most]);
}
