import { multiplyAdd } from './lanes';

/*
 * Codes as sparse inputs: row r, column p of a batch has the entries entryStarts[r · columns + p] up to the next, each an
 * input's number and its value. Weight rows are contiguous; only as many bytes of each as are asked for are touched.
 */

/**
 * sums[r] = bias + Σ value · weights[input], row-major, `width` floats a row (a multiple of 4).
 * @param rowPlaces for each input the float its weight row would start at, were it stored from unit 0 on
 * @param firstUnits for each input the first unit it reaches, a multiple of 4
 */
export function gatherInputs(
  weights: usize,
  rowPlaces: usize,
  firstUnits: usize,
  bias: usize,
  entryStarts: usize,
  inputs: usize,
  values: usize,
  columns: i32,
  tableRows: i32,
  width: i32,
  sums: usize,
): void {
  const bytes = <usize>width << 2;
  for (let row = 0; row < tableRows; row++) {
    memory.copy(sums, bias, bytes);
    let entry = <usize>load<i32>(entryStarts + (<usize>(row * columns) << 2));
    const end = <usize>load<i32>(entryStarts + (<usize>((row + 1) * columns) << 2));
    for (; entry < end; entry++) {
      const input = <usize>load<i32>(inputs + (entry << 2));
      const from = weights + (<usize>load<i32>(rowPlaces + (input << 2)) << 2);
      const first = <usize>load<i32>(firstUnits + (input << 2)) << 2;
      addScaled(sums + first, from + first, load<f32>(values + (entry << 2)), bytes - first);
    }
    sums += bytes;
  }
}

/** gradients[input] += value · rows[r]: the other way round. `biasGradients` gets the sum of all rows. */
export function scatterInputs(
  gradients: usize,
  rowPlaces: usize,
  firstUnits: usize,
  biasGradients: usize,
  entryStarts: usize,
  inputs: usize,
  values: usize,
  columns: i32,
  tableRows: i32,
  width: i32,
  rows: usize,
): void {
  const bytes = <usize>width << 2;
  for (let row = 0; row < tableRows; row++) {
    addScaled(biasGradients, rows, 1, bytes);
    let entry = <usize>load<i32>(entryStarts + (<usize>(row * columns) << 2));
    const end = <usize>load<i32>(entryStarts + (<usize>((row + 1) * columns) << 2));
    for (; entry < end; entry++) {
      const input = <usize>load<i32>(inputs + (entry << 2));
      const to = gradients + (<usize>load<i32>(rowPlaces + (input << 2)) << 2);
      const first = <usize>load<i32>(firstUnits + (input << 2)) << 2;
      addScaled(to + first, rows + first, load<f32>(values + (entry << 2)), bytes - first);
    }
    rows += bytes;
  }
}

/**
 * sums[r] += Σ value · weights[input − firstInput] over the entries of one column: a direct connection.
 * @param width floats of a weight row and of a row of sums, a multiple of 4
 */
export function gatherSource(
  weights: usize,
  firstInput: i32,
  column: i32,
  entryStarts: usize,
  inputs: usize,
  values: usize,
  columns: i32,
  tableRows: i32,
  width: i32,
  sums: usize,
): void {
  const bytes = <usize>width << 2;
  for (let row = 0; row < tableRows; row++) {
    const at = entryStarts + (<usize>(row * columns + column) << 2);
    for (let entry = <usize>load<i32>(at); entry < <usize>load<i32>(at, 4); entry++) {
      const input = <usize>(load<i32>(inputs + (entry << 2)) - firstInput);
      addScaled(sums, weights + input * bytes, load<f32>(values + (entry << 2)), bytes);
    }
    sums += bytes;
  }
}

/** gradients[input − firstInput] += value · rows[r] over the entries of one column. */
export function scatterSource(
  gradients: usize,
  firstInput: i32,
  column: i32,
  entryStarts: usize,
  inputs: usize,
  values: usize,
  columns: i32,
  tableRows: i32,
  width: i32,
  rows: usize,
): void {
  const bytes = <usize>width << 2;
  for (let row = 0; row < tableRows; row++) {
    const at = entryStarts + (<usize>(row * columns + column) << 2);
    for (let entry = <usize>load<i32>(at); entry < <usize>load<i32>(at, 4); entry++) {
      const input = <usize>(load<i32>(inputs + (entry << 2)) - firstInput);
      addScaled(gradients + input * bytes, rows, load<f32>(values + (entry << 2)), bytes);
    }
    rows += bytes;
  }
}

/** to += factor · from, `bytes` of each (a multiple of 16). */
@inline
function addScaled(to: usize, from: usize, factor: f32, bytes: usize): void {
  const scale = f32x4.splat(factor);
  for (const end = to + bytes; to < end; to += 16, from += 16) {
    v128.store(to, multiplyAdd(scale, v128.load(from), v128.load(to)));
  }
}
