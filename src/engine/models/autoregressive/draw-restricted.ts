import type { RandomStream } from '../../random';
import { drawAllowed } from '../draw-allowed';
import type { Restriction, RowWeights } from '../evidence';
import { type DrawRules, keepAllowed, softmaxWeights } from './draw-targets';
import { createRuleFilter } from './rule-filter';

/**
 * Draws one target per row from softmax(logits), less what is withheld and ruled out, cut down to what the restriction
 * allows; see `drawAllowed` for what happens to the weights.
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
  const drawn = new Int32Array(rows);
  const shares = new Float64Array(count);
  const sources = dependencies.map(({ source }) => rules.codesOf(source));
  const keepListed = createRuleFilter(rules.rules ?? [], (source) => rules.codesOf(source));
  for (let row = 0; row < rows; row++) {
    const own = logits.subarray(row * count, (row + 1) * count);
    for (const target of withheld) own[target] = Number.NEGATIVE_INFINITY;
    softmaxWeights(own, shares);
    dependencies.forEach((dependency, i) => keepAllowed(shares, dependency, sources[i][row]));
    keepListed?.(shares, row);
    drawn[row] = drawAllowed(shares, restriction, weights, row, random);
  }
  return drawn;
}
