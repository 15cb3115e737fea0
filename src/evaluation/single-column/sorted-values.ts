/** The values that are not missing (NaN), sorted upwards, as an array of their own. */
export function sortPresent(values: Float64Array): Float64Array {
  const sorted = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row])) sorted[count++] = values[row];
  }
  return sorted.subarray(0, count).sort();
}

/** How many of the sorted values are below the limit. */
export function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the sorted values are above the limit. */
export function countAbove(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return sorted.length - low;
}
