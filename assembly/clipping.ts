import { total } from './lanes';

/*
 * What bounding every table row's own gradient takes. A weight's gradient is Σ input · output gradient over the rows, so a
 * row's squared norm is Σ over outputs of its squared gradient times the squares of the inputs that the output sees.
 */

/** squares[0] = start, squares[k + 1] = squares[k] + states[k]²; feature-major. */
export function runningSquares(
  states: usize,
  units: i32,
  start: f32,
  squares: usize,
  stride: usize,
  tableRows: i32,
): void {
  const bytes = <usize>tableRows << 2, first = f32x4.splat(start);
  for (let at: usize = 0; at < bytes; at += 16) v128.store(squares + at, first);
  for (let unit = 0; unit < units; unit++) {
    const next = squares + stride;
    for (let at: usize = 0; at < bytes; at += 16) {
      const state = v128.load(states + at);
      v128.store(next + at, f32x4.add(v128.load(squares + at), f32x4.mul(state, state)));
    }
    squares = next;
    states += stride;
  }
}

/** norms[r] += Σ gradients[o][r]² · squares[sees[o]][r]. */
export function addSquaredNorms(
  gradients: usize,
  sees: usize,
  outputs: i32,
  squares: usize,
  stride: usize,
  tableRows: i32,
  norms: usize,
): void {
  const bytes = <usize>tableRows << 2;
  for (let output = 0; output < outputs; output++) {
    const seen = squares + <usize>load<i32>(sees) * stride;
    for (let at: usize = 0; at < bytes; at += 16) {
      const gradient = v128.load(gradients + at);
      const own = f32x4.mul(f32x4.mul(gradient, gradient), v128.load(seen + at));
      v128.store(norms + at, f32x4.add(v128.load(norms + at), own));
    }
    gradients += stride;
    sees += 4;
  }
}

/** Each table row by its factor, feature-major; 0 where the factor is 0, whatever stood there. */
export function scaleRows(values: usize, units: i32, factors: usize, stride: usize, tableRows: i32): void {
  const bytes = <usize>tableRows << 2, zero = f32x4.splat(0);
  for (let unit = 0; unit < units; unit++) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const factor = v128.load(factors + at);
      const scaled = f32x4.mul(v128.load(values + at), factor);
      v128.store(values + at, v128.and(scaled, f32x4.gt(factor, zero)));
    }
    values += stride;
  }
}

/** sums[unit] = Σ values over the table rows. */
export function sumUnits(values: usize, sums: usize, units: i32, stride: usize, tableRows: i32): void {
  const bytes = <usize>tableRows << 2;
  for (let unit = 0; unit < units; unit++) {
    let sum = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) sum = f32x4.add(sum, v128.load(values + at));
    store<f32>(sums, total(sum));
    values += stride;
    sums += 4;
  }
}
