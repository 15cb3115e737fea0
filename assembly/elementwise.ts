import { multiplyAdd } from './lanes';

/** Row-major rows × width to feature-major, negative values becoming 0 when `rectify`. Both multiples of 4. */
export function toFeatureMajor(from: usize, rows: i32, width: i32, to: usize, stride: usize, rectify: bool): void {
  const bytes = <usize>width << 2;
  const floor = f32x4.splat(rectify ? 0 : -Infinity);
  for (let row: usize = 0; row < <usize>rows; row += 4) {
    for (let unit: usize = 0; unit < <usize>width; unit += 4) {
      const place = from + row * bytes + (unit << 2);
      transposeBlock(place, bytes, to + unit * stride + (row << 2), stride, floor);
    }
  }
}

/** Adds row-major rows × width to feature-major values. */
export function addToFeatureMajor(from: usize, rows: i32, width: i32, to: usize, stride: usize, scratch: usize): void {
  const bytes = <usize>width << 2;
  const floor = f32x4.splat(-Infinity);
  for (let row: usize = 0; row < <usize>rows; row += 4) {
    for (let unit: usize = 0; unit < <usize>width; unit += 4) {
      transposeBlock(from + row * bytes + (unit << 2), bytes, scratch, 16, floor);
      let place = to + unit * stride + (row << 2);
      for (let i: usize = 0; i < 64; i += 16) {
        v128.store(place, f32x4.add(v128.load(place), v128.load(scratch + i)));
        place += stride;
      }
    }
  }
}

/** Feature-major to row-major rows × width. */
export function toRowMajor(from: usize, stride: usize, rows: i32, width: i32, to: usize): void {
  const bytes = <usize>width << 2;
  const floor = f32x4.splat(-Infinity);
  for (let row: usize = 0; row < <usize>rows; row += 4) {
    for (let unit: usize = 0; unit < <usize>width; unit += 4) {
      const place = from + unit * stride + (row << 2);
      transposeBlock(place, stride, to + row * bytes + (unit << 2), bytes, floor);
    }
  }
}

/** Four by four floats; no value below `floor`. */
@inline
function transposeBlock(from: usize, fromStride: usize, to: usize, toStride: usize, floor: v128): void {
  const a = v128.load(from), b = v128.load(from + fromStride);
  from += fromStride << 1;
  const c = v128.load(from), d = v128.load(from + fromStride);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const AB = v128.shuffle<f32>(a, b, 2, 6, 3, 7), CD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, f32x4.max(floor, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5)));
  v128.store(to + toStride, f32x4.max(floor, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7)));
  to += toStride << 1;
  v128.store(to, f32x4.max(floor, v128.shuffle<f32>(AB, CD, 0, 1, 4, 5)));
  v128.store(to + toStride, f32x4.max(floor, v128.shuffle<f32>(AB, CD, 2, 3, 6, 7)));
}

/** block = max(0, block + bias); after = before + block. Feature-major, `units` rows. */
export function residual(
  block: usize,
  bias: usize,
  before: usize,
  after: usize,
  units: i32,
  stride: usize,
  tableRows: i32,
): void {
  const zero = f32x4.splat(0);
  for (let unit: usize = 0; unit < <usize>units; unit++) {
    const own = v128.load32_splat(bias + (unit << 2));
    const start = unit * stride;
    for (let at = start; at < start + (<usize>tableRows << 2); at += 16) {
      const value = f32x4.max(zero, f32x4.add(v128.load(block + at), own));
      v128.store(block + at, value);
      v128.store(after + at, f32x4.add(v128.load(before + at), value));
    }
  }
}

/** to = gradients where `outputs` > 0, else 0. `to` may be `gradients`, or `outputs`. */
export function rectifierGradient(
  outputs: usize,
  gradients: usize,
  to: usize,
  units: i32,
  stride: usize,
  tableRows: i32,
): void {
  const zero = f32x4.splat(0);
  for (let unit: usize = 0; unit < <usize>units; unit++) {
    const start = unit * stride;
    for (let at = start; at < start + (<usize>tableRows << 2); at += 16) {
      const value = v128.and(v128.load(gradients + at), f32x4.gt(v128.load(outputs + at), zero));
      v128.store(to + at, value);
    }
  }
}

/** to += from, feature-major. */
export function accumulate(from: usize, to: usize, units: i32, stride: usize, tableRows: i32): void {
  for (let unit: usize = 0; unit < <usize>units; unit++) {
    const start = unit * stride;
    for (let at = start; at < start + (<usize>tableRows << 2); at += 16) {
      v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)));
    }
  }
}

/**
 * Inverted dropout: each value kept with probability 1 − threshold / 2³² and scaled. The same seed drops the same
 * values. Four xorshift32 streams (Marsaglia 2003): quick, and nothing is protected by it.
 */
export function dropout(
  from: usize,
  to: usize,
  units: i32,
  stride: usize,
  tableRows: i32,
  seed: u32,
  threshold: u32,
  scale: f32,
): void {
  let state = i32x4.splat(seed);
  state = i32x4.add(state, i32x4(0, 0x9e3779b9, 0x3c6ef372, 0xdaa66d2b));
  state = v128.or(i32x4.mul(v128.xor(state, i32x4.shr_u(state, 15)), i32x4.splat(0x85ebca6b)), i32x4.splat(1));
  const least = i32x4.splat(threshold), factor = f32x4.splat(scale);
  for (let unit: usize = 0; unit < <usize>units; unit++) {
    const start = unit * stride;
    for (let at = start; at < start + (<usize>tableRows << 2); at += 16) {
      state = v128.xor(state, i32x4.shl(state, 13));
      state = v128.xor(state, i32x4.shr_u(state, 17));
      state = v128.xor(state, i32x4.shl(state, 5));
      const kept = v128.and(f32x4.mul(v128.load(from + at), factor), i32x4.ge_u(state, least));
      v128.store(to + at, kept);
    }
  }
}

/**
 * One Adam step (Kingma & Ba 2015, algorithm 1) on `count` floats, a multiple of 4; moments and values in place. Weights
 * decay apart from the gradient (Loshchilov & Hutter 2019).
 * @param rate learning rate with both bias corrections
 * @param floor the paper's ε, corrected alike
 * @param kept share of each value that decay leaves
 */
export function adam(
  values: usize,
  gradients: usize,
  first: usize,
  second: usize,
  count: i32,
  rate: f32,
  floor: f32,
  kept: f32,
): void {
  const step = f32x4.splat(-rate), least = f32x4.splat(floor), left = f32x4.splat(kept);
  const slow = f32x4.splat(0.1), slower = f32x4.splat(0.001);
  for (let at: usize = 0; at < <usize>count << 2; at += 16) {
    const g = v128.load(gradients + at);
    let m = v128.load(first + at);
    m = multiplyAdd(slow, f32x4.sub(g, m), m);
    let v = v128.load(second + at);
    v = multiplyAdd(slower, f32x4.sub(f32x4.mul(g, g), v), v);
    v128.store(first + at, m);
    v128.store(second + at, v);
    const change = f32x4.div(m, f32x4.add(f32x4.sqrt(v), least));
    v128.store(values + at, multiplyAdd(step, change, f32x4.mul(left, v128.load(values + at))));
  }
}

/** to += from, `count` floats, a multiple of 4. */
export function addFloats(from: usize, to: usize, count: i32): void {
  for (let at: usize = 0; at < <usize>count << 2; at += 16) {
    v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)));
  }
}
