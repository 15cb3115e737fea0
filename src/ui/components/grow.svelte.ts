/**
 * How many items of a long list to show: `step` at once, and `step` more with every frame, so that no frame is
 * long. To be called while a component is set up.
 */
export function grow(total: () => number, step: number): { readonly count: number } {
  let count = $state(step);
  $effect(() => {
    if (count >= total()) return undefined;
    const frame = requestAnimationFrame(() => (count += step));
    return () => cancelAnimationFrame(frame);
  });
  return {
    get count() {
      return count;
    },
  };
}
