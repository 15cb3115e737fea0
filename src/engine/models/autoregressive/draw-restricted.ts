import type { RandomStream } from '../../random';
import { type DrawRules, drawOne, keepAllowed, softmaxWeights } from './draw-targets';
import type { Restriction, RowWeights } from './evidence';

/**
 * Draws one target per row from softmax(logits) cut down to what is allowed, and keeps account of it: likelihood
 * weighting (Fung & Chang 1990; Shachter & Peot 1990), where a row's weight is multiplied by the probability left. A
 * tilted row favours targets besides. A row that has nothing left gets any target and the weight 0.
 * @param logits rows × targets; withheld ones are overwritten
 * @param weights of the chunk's rows, multiplied in place
 */
export function drawRestricted(
  logits: Float32Array,
  rows: number,
  rules: DrawRules,
  restriction: Restriction,
  weights: RowWeights,
  random: RandomStream,
): Int32Array {
  const { targets: count, withheld, dependencies } = rules;
  const { tilt } = restriction;
  const drawn = new Int32Array(rows);
  const shares = new Float64Array(count);
  const sources = dependencies.map(({ source }) => rules.codesOf(source));
  for (let row = 0; row < rows; row++) {
    const own = logits.subarray(row * count, (row + 1) * count);
    for (const target of withheld) own[target] = Number.NEGATIVE_INFINITY;
    softmaxWeights(own, shares);
    dependencies.forEach((dependency, i) => keepAllowed(shares, dependency, sources[i][row]));
    const isLeft = cutDown(shares, restriction.sharesOf(row), weights, row);
    if (tilt && isLeft) drawn[row] = drawTilted(shares, tilt, weights, row, random);
    else drawn[row] = drawOne(shares, random.float());
  }
  return drawn;
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
  const target = drawOne(shares, random.float());
  logTilt[row] += Math.log((tilt[target] * plain) / tilted);
  return target;
}
