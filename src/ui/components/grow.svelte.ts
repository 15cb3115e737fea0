import { takeTurn } from './turns';

/**
 * How many items of a long list to show: `step` at once, and `step` more with each turn, so that no task is long. To be
 * called while a component is set up.
 */
export function grow(total: () => number, step: number): { readonly count: number } {
  let count = $state(step);
  $effect(() => (count < total() ? takeTurn(() => (count += step)) : undefined));
  return {
    get count() {
      return count;
    },
  };
}
