/** Each count as a share of all counts, 0 … 1; zeros when there is nothing to count. */
export function sharesOf(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total > 0 ? counts.map((count) => count / total) : new Float64Array(counts.length);
}

/** The SVG path that runs over the tops of bars: from the ground up, along every top, and down again. */
export function stepPath(edges: ArrayLike<number>, tops: ArrayLike<number>, ground: number): string {
  if (tops.length === 0) return '';
  let path = `M${roundPixel(edges[0])},${roundPixel(ground)}`;
  for (let bar = 0; bar < tops.length; bar++)
    path += `V${roundPixel(tops[bar])}H${roundPixel(edges[bar + 1])}`;
  return `${path}V${roundPixel(ground)}`;
}

/** To a tenth: finer cannot be seen. */
export function roundPixel(pixel: number): number {
  return Math.round(pixel * 10) / 10;
}
