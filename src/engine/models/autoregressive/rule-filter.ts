import type { DrawRule } from '../../encode/draw-rules';

/** Shares or weights of one row's targets, in place. */
type Weights = Float32Array | Float64Array;
export type RuleFilter = (weights: Weights, row: number) => void;

/**
 * A function that sets the weights of targets which the rules leave out to 0, row by row. A rule that would leave nothing
 * is passed over, but for a strict one: then its targets are all as likely.
 * Null where there are no rules.
 * @param codesOf base codes of a column drawn before, one per row, by its index
 */
export function createRuleFilter(
  rules: readonly DrawRule[],
  codesOf: (source: number) => Int32Array,
): RuleFilter | null {
  if (rules.length === 0) return null;
  const sources = rules.map((rule) => rule.sources.map(codesOf));
  let kept = new Float64Array(0);
  return (weights, row) => {
    if (kept.length !== weights.length) kept = new Float64Array(weights.length);
    rules.forEach((rule, r) => {
      let key = 0;
      rule.strides.forEach((stride, s) => (key += stride * sources[r][s][row]));
      const list = rule.lists.get(key);
      if (list !== undefined) keepListed(weights, kept, rule, list);
    });
  };
}

function keepListed(
  weights: Weights,
  kept: Float64Array,
  { starts, targets, isStrict }: DrawRule,
  list: number,
): void {
  let left = 0;
  for (let i = starts[list]; i < starts[list + 1]; i++) left += weights[targets[i]];
  if (left === 0 && !isStrict) return;
  kept.fill(0);
  for (let i = starts[list]; i < starts[list + 1]; i++) {
    kept[targets[i]] = left > 0 ? weights[targets[i]] : 1;
  }
  weights.set(kept);
}
