import { permutation, type RandomStream } from '../../random';

const rounds = 20;
/** A row's weight changes by no more than this factor at a time. */
const mostFactor = 5;

/**
 * Chooses rows so that each column's cells come as often as they are expected: iterative proportional fitting of row weights
 * (Deming & Stephan 1940), then systematic resampling. Post-processing: it looks at nothing but what it is given.
 * @param cells by column the cell of each row drawn
 * @param expected by column the rows expected of each cell
 * @param count of rows wanted
 * @returns the rows chosen, in random order; a row may come more than once
 */
export function rakeRows(
  cells: readonly Int32Array[],
  expected: readonly Float64Array[],
  count: number,
  random: RandomStream,
): Uint32Array {
  const weights = new Float64Array(cells[0].length).fill(1);
  for (let round = 0; round < rounds; round++) {
    cells.forEach((own, column) => scaleTo(weights, own, expected[column]));
  }
  return resample(weights, count, random);
}

/** Scales the weights so that the cells' sums are in the proportions expected, as far as a factor may go. */
function scaleTo(weights: Float64Array, cells: Int32Array, expected: Float64Array): void {
  const sums = new Float64Array(expected.length);
  for (let row = 0; row < cells.length; row++) sums[cells[row]] += weights[row];
  const scale = total(sums) / total(expected);
  const factors = sums.map((sum, cell) =>
    sum > 0 ? Math.min(mostFactor, Math.max(1 / mostFactor, (scale * expected[cell]) / sum)) : 1,
  );
  for (let row = 0; row < cells.length; row++) weights[row] *= factors[cells[row]];
}

function resample(weights: Float64Array, count: number, random: RandomStream): Uint32Array {
  const step = total(weights) / count;
  const chosen = new Uint32Array(count);
  let next = random.float() * step;
  let sum = 0;
  let filled = 0;
  for (let row = 0; row < weights.length; row++) {
    sum += weights[row];
    for (; filled < count && next < sum; next += step) chosen[filled++] = row;
  }
  // Rounding may leave the last place open.
  while (filled < count) chosen[filled++] = weights.length - 1;
  return permutation(count, random).map((place) => chosen[place]);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
