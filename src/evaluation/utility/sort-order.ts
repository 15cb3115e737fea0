/**
 * The places 0 … n − 1 in the order of their values, equal ones as they come. Several times faster than sorting places by
 * a comparison. No NaN.
 */
export function sortOrder(values: Float64Array): Uint32Array {
  const sorted = values.slice().sort();
  const filled = new Uint32Array(values.length);
  const order = new Uint32Array(values.length);
  for (let place = 0; place < values.length; place++) {
    const first = firstNotBelow(sorted, values[place]);
    order[first + filled[first]++] = place;
  }
  return order;
}

function firstNotBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
