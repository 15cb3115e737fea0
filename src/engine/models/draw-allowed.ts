import type { RandomStream } from '../random';
import type { Restriction, RowWeights } from './evidence';

/**
 * Draws a row's target from what is allowed of the model's shares, and keeps account of it: likelihood weighting (Fung &
 * Chang 1990; Shachter & Peot 1990), where the row's weight is multiplied by the probability left. A tilted row
 * favours targets besides. A row that has nothing left gets any target and the weight 0.
 * @param shares of the targets as the model has them, unnormalised; overwritten
 * @param weights of the chunk's rows, multiplied in place
 */
export function drawAllowed(
  shares: Float64Array,
  restriction: Restriction,
  weights: RowWeights,
  row: number,
  random: RandomStream,
): number {
  const { sharesOf, tilt } = restriction;
  if (sharesOf && !cutDown(shares, sharesOf(row), weights, row)) return drawShare(shares, random.float());
  return tilt ? drawTilted(shares, tilt, weights, row, random) : drawShare(shares, random.float());
}

/** A target in proportion to its share; `uniform` in [0, 1). */
export function drawShare(shares: Float64Array, uniform: number): number {
  let total = 0;
  for (let i = 0; i < shares.length; i++) total += shares[i];
  let left = uniform * total;
  let target = 0;
  while (target < shares.length - 1 && (left -= shares[target]) >= 0) target++;
  while (shares[target] === 0 && target > 0) target--;
  return target;
}

/** Takes away what is not allowed and notes the share left; where that is nothing, leaves all and says false. */
function cutDown(shares: Float64Array, allowed: Float64Array, weights: RowWeights, row: number): boolean {
  let total = 0;
  let left = 0;
  for (let i = 0; i < shares.length; i++) {
    total += shares[i];
    left += shares[i] * allowed[i];
  }
  weights.logMass[row] += Math.log(Math.min(1, left / total));
  if (!(left > 0)) return false;
  for (let i = 0; i < shares.length; i++) shares[i] *= allowed[i];
  return true;
}

/** Notes how much likelier the tilted proposal makes the target, whichever of the two proposals draws it. */
function drawTilted(
  shares: Float64Array,
  tilt: Float64Array,
  { logTilt, isTilted }: RowWeights,
  row: number,
  random: RandomStream,
): number {
  let plain = 0;
  let tilted = 0;
  for (let i = 0; i < shares.length; i++) {
    plain += shares[i];
    tilted += shares[i] * tilt[i];
  }
  if (isTilted[row] === 1) for (let i = 0; i < shares.length; i++) shares[i] *= tilt[i];
  const target = drawShare(shares, random.float());
  logTilt[row] += Math.log((tilt[target] * plain) / tilted);
  return target;
}
