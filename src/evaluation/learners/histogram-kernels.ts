/** Brings the gradients and hessians (by turns) of the rows `order[start … end − 1]` together. */
export function gatherPairs(
  pairs: Float64Array,
  order: Uint32Array,
  start: number,
  end: number,
  out: Float64Array,
): void {
  for (let i = start, to = 0; i < end; i++) {
    const from = 2 * order[i];
    out[to++] = pairs[from];
    out[to++] = pairs[from + 1];
  }
}

/** Adds what was gathered to the rows' bins of one column, from `offset` on. Most of the time goes here. */
export function addColumn(
  histogram: Float64Array,
  offset: number,
  codes: Uint16Array,
  order: Uint32Array,
  start: number,
  end: number,
  gathered: Float64Array,
): void {
  for (let i = start, from = 0; i < end; i++, from += 2) {
    const at = offset + 2 * codes[order[i]];
    histogram[at] += gathered[from];
    histogram[at + 1] += gathered[from + 1];
  }
}

/** Moves rows that go left before those that go right, each in the order they had; where the right ones begin. */
export function partRows(
  order: Uint32Array,
  start: number,
  end: number,
  codes: Uint16Array,
  goesRight: Uint8Array,
  moved: Uint32Array,
): number {
  let left = start;
  let right = 0;
  for (let i = start; i < end; i++) {
    const row = order[i];
    if (goesRight[codes[row]] === 1) moved[right++] = row;
    else order[left++] = row;
  }
  order.set(moved.subarray(0, right), left);
  return left;
}
