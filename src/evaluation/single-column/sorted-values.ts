/** The values that are not missing (NaN), sorted upwards, as an array of their own. */
export function sortPresent(values: Float64Array): Float64Array {
  const sorted = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row])) sorted[count++] = values[row];
  }
  return sorted.subarray(0, count).sort();
}
