import { multiplyAdd, totals } from './lanes';

/*
 * Products with a masked weight matrix. Activations are feature-major: one row of `stride` bytes per unit, one float
 * per table row. Weights lie in groups of four outputs: group g holds reach[g] × 4 floats from weights + starts[g] on,
 * entry (k, lane) being the weight from unit k to output 4g + lane. `reach` never falls, is a multiple of 4 and says how
 * many units the group sees: what the mask forbids is mostly not stored, and never multiplied.
 */

/** Copies eight table rows of `units` units side by side. */
@inline
function packPanel(from: usize, stride: usize, units: i32, to: usize): void {
  for (let k = 0; k < units; k++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += stride;
    to += 32;
  }
}

/**
 * outputs = weightsᵀ · inputs.
 * @param tableRows a multiple of 8
 * @param panel scratch, 32 bytes per input unit
 */
export function forward(
  weights: usize,
  starts: usize,
  reach: usize,
  groups: i32,
  inputs: usize,
  outputs: usize,
  stride: usize,
  tableRows: i32,
  panel: usize,
): void {
  const units: i32 = groups > 0 ? load<i32>(reach + ((<usize>groups - 1) << 2)) : 0;
  for (let row: usize = 0; row < <usize>tableRows << 2; row += 32) {
    packPanel(inputs + row, stride, units, panel);
    let to = outputs + row;
    for (let g: usize = 0; g < <usize>groups; g++) {
      const first = weights + (<usize>load<i32>(starts + (g << 2)) << 2);
      forwardGroup(first, load<i32>(reach + (g << 2)), panel, to, stride);
      to += stride << 2;
    }
  }
}

/** Four outputs for eight table rows. */
@inline
function forwardGroup(weight: usize, units: i32, panel: usize, to: usize, stride: usize): void {
  let a0 = f32x4.splat(0), a1 = f32x4.splat(0), b0 = f32x4.splat(0), b1 = f32x4.splat(0);
  let c0 = f32x4.splat(0), c1 = f32x4.splat(0), d0 = f32x4.splat(0), d1 = f32x4.splat(0);
  for (let k = 0; k < units; k++) {
    const x0 = v128.load(panel), x1 = v128.load(panel, 16);
    let w = v128.load32_splat(weight);
    a0 = multiplyAdd(w, x0, a0);
    a1 = multiplyAdd(w, x1, a1);
    w = v128.load32_splat(weight, 4);
    b0 = multiplyAdd(w, x0, b0);
    b1 = multiplyAdd(w, x1, b1);
    w = v128.load32_splat(weight, 8);
    c0 = multiplyAdd(w, x0, c0);
    c1 = multiplyAdd(w, x1, c1);
    w = v128.load32_splat(weight, 12);
    d0 = multiplyAdd(w, x0, d0);
    d1 = multiplyAdd(w, x1, d1);
    weight += 16;
    panel += 32;
  }
  v128.store(to, a0);
  v128.store(to, a1, 16);
  to += stride;
  v128.store(to, b0);
  v128.store(to, b1, 16);
  to += stride;
  v128.store(to, c0);
  v128.store(to, c1, 16);
  to += stride;
  v128.store(to, d0);
  v128.store(to, d1, 16);
}

/** Copies the weights in the order in which `backward` reads them: four units after four, of each all groups that see them. */
@inline
function packWeights(weights: usize, starts: usize, reach: usize, groups: usize, units: i32, to: usize): void {
  let firstGroup: usize = 0;
  for (let k = 0; k < units; k += 4) {
    while (firstGroup < groups && load<i32>(reach + (firstGroup << 2)) <= k) firstGroup++;
    for (let g = firstGroup; g < groups; g++, to += 64) {
      const from = weights + (<usize>load<i32>(starts + (g << 2)) << 2) + (<usize>k << 4);
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      v128.store(to, v128.load(from, 32), 32);
      v128.store(to, v128.load(from, 48), 48);
    }
  }
}

/**
 * inputGradients = weights · outputGradients, for the first `units` units (a multiple of 4). The weights are put in order first:
 * they are read once for every eight table rows.
 * @param panel scratch, 128 bytes per group
 * @param ordered scratch for all weights
 */
export function backward(
  weights: usize,
  starts: usize,
  reach: usize,
  groups: i32,
  outputGradients: usize,
  inputGradients: usize,
  units: i32,
  stride: usize,
  tableRows: i32,
  panel: usize,
  ordered: usize,
): void {
  packWeights(weights, starts, reach, <usize>groups, units, ordered);
  for (let row: usize = 0; row < <usize>tableRows << 2; row += 32) {
    packPanel(outputGradients + row, stride, groups << 2, panel);
    let firstGroup: usize = 0;
    let to = inputGradients + row;
    let weight = ordered;
    for (let k = 0; k < units; k += 4) {
      while (firstGroup < <usize>groups && load<i32>(reach + (firstGroup << 2)) <= k) firstGroup++;
      const end = weight + ((<usize>groups - firstGroup) << 6);
      backwardUnits(weight, end, panel + (firstGroup << 7), to, stride);
      weight = end;
      to += stride << 2;
    }
  }
}

/** Four units for eight table rows. `weight`, `end`: of the groups that see them, in order; `y`: those groups' outputs. */
@inline
function backwardUnits(weight: usize, end: usize, y: usize, to: usize, stride: usize): void {
  let a0 = f32x4.splat(0), a1 = f32x4.splat(0), b0 = f32x4.splat(0), b1 = f32x4.splat(0);
  let c0 = f32x4.splat(0), c1 = f32x4.splat(0), d0 = f32x4.splat(0), d1 = f32x4.splat(0);
  for (; weight < end; weight += 48) {
    for (const next = weight + 16; weight < next; weight += 4, y += 32) {
      const x0 = v128.load(y), x1 = v128.load(y, 16);
      let w = v128.load32_splat(weight);
      a0 = multiplyAdd(w, x0, a0);
      a1 = multiplyAdd(w, x1, a1);
      w = v128.load32_splat(weight, 16);
      b0 = multiplyAdd(w, x0, b0);
      b1 = multiplyAdd(w, x1, b1);
      w = v128.load32_splat(weight, 32);
      c0 = multiplyAdd(w, x0, c0);
      c1 = multiplyAdd(w, x1, c1);
      w = v128.load32_splat(weight, 48);
      d0 = multiplyAdd(w, x0, d0);
      d1 = multiplyAdd(w, x1, d1);
    }
  }
  v128.store(to, a0);
  v128.store(to, a1, 16);
  to += stride;
  v128.store(to, b0);
  v128.store(to, b1, 16);
  to += stride;
  v128.store(to, c0);
  v128.store(to, c1, 16);
  to += stride;
  v128.store(to, d0);
  v128.store(to, d1, 16);
}

/** gradients = inputs · outputGradientsᵀ, laid out as the weights; what the mask forbids within a group is filled too. */
export function weightGradients(
  gradients: usize,
  starts: usize,
  reach: usize,
  groups: i32,
  inputs: usize,
  outputGradients: usize,
  stride: usize,
  tableRows: i32,
): void {
  const bytes = <usize>tableRows << 2;
  for (let g: usize = 0; g < <usize>groups; g++) {
    const units = load<i32>(reach + (g << 2));
    let to = gradients + (<usize>load<i32>(starts + (g << 2)) << 2);
    let x = inputs;
    const y = outputGradients + (g << 2) * stride;
    for (let k = 0; k < units; k += 2) {
      gradientPair(x, y, stride, bytes, to);
      x += stride << 1;
      to += 32;
    }
  }
}

/** Two units by four outputs, summed over the table rows. */
@inline
function gradientPair(x: usize, y: usize, stride: usize, bytes: usize, to: usize): void {
  let a0 = f32x4.splat(0), a1 = f32x4.splat(0), b0 = f32x4.splat(0), b1 = f32x4.splat(0);
  let c0 = f32x4.splat(0), c1 = f32x4.splat(0), d0 = f32x4.splat(0), d1 = f32x4.splat(0);
  const x2 = x + stride, y1 = y + stride, y2 = y1 + stride, y3 = y2 + stride;
  for (let row: usize = 0; row < bytes; row += 16) {
    const u = v128.load(x + row), v = v128.load(x2 + row);
    let w = v128.load(y + row);
    a0 = multiplyAdd(u, w, a0);
    a1 = multiplyAdd(v, w, a1);
    w = v128.load(y1 + row);
    b0 = multiplyAdd(u, w, b0);
    b1 = multiplyAdd(v, w, b1);
    w = v128.load(y2 + row);
    c0 = multiplyAdd(u, w, c0);
    c1 = multiplyAdd(v, w, c1);
    w = v128.load(y3 + row);
    d0 = multiplyAdd(u, w, d0);
    d1 = multiplyAdd(v, w, d1);
  }
  v128.store(to, totals(a0, b0, c0, d0));
  v128.store(to, totals(a1, b1, c1, d1), 16);
}
