import type { Dependency } from '../../encode/dependencies';
import type { RandomStream } from '../../random';
import { drawShare } from '../draw-allowed';
import type { ColumnPlan } from './plan';
import { createRuleFilter } from './rule-filter';

/** A column's part in drawing, and the codes already drawn of the columns it depends on. */
export interface DrawRules extends Pick<ColumnPlan, 'targets' | 'withheld' | 'dependencies'> {
  readonly rules?: ColumnPlan['rules'];
  /** Base codes of a column drawn before, by its index. */
  codesOf(source: number): Int32Array;
}

/** Draws one target per row from softmax(logits): never a withheld one, and none that a dependency rules out. */
export function drawTargets(
  logits: Float32Array,
  rows: number,
  rules: DrawRules,
  random: RandomStream,
): Int32Array {
  const { targets: count, withheld, dependencies } = rules;
  const drawn = new Int32Array(rows);
  const weights = new Float64Array(count);
  const sources = dependencies.map(({ source }) => rules.codesOf(source));
  const keepListed = createRuleFilter(rules.rules ?? [], (source) => rules.codesOf(source));
  for (let row = 0; row < rows; row++) {
    const own = logits.subarray(row * count, (row + 1) * count);
    for (const target of withheld) own[target] = Number.NEGATIVE_INFINITY;
    softmaxWeights(own, weights);
    dependencies.forEach((dependency, i) => keepAllowed(weights, dependency, sources[i][row]));
    keepListed?.(weights, row);
    drawn[row] = drawShare(weights, random.float());
  }
  return drawn;
}

/** Unnormalised: the highest is 1. */
export function softmaxWeights(logits: Float32Array, weights: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i++) if (logits[i] > highest) highest = logits[i];
  for (let i = 0; i < logits.length; i++) weights[i] = Math.exp(logits[i] - highest);
}

/** Sets the weights of targets that never occur with the source's code to 0, unless that would leave none. */
export function keepAllowed(
  weights: Float64Array,
  { sourceGroups, ownGroups }: Dependency,
  sourceCode: number,
): void {
  const group = sourceGroups[sourceCode];
  let left = 0;
  for (let i = 0; i < weights.length; i++) if (ownGroups[i] === group) left += weights[i];
  if (left === 0) return;
  for (let i = 0; i < weights.length; i++) if (ownGroups[i] !== group) weights[i] = 0;
}
