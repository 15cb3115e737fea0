import { multiplyAdd, powerOfTwo, total } from './lanes';

/*
 * From one column's outputs to its drawn targets, row by row. Row-major, one row per table row; strides are bytes between
 * rows, widths count floats and are multiples of 4.
 */

/**
 * logits[r] = bias + basis · outputs[r], four targets at a time.
 * @param starts per four targets the first of their entries, and the end of the last
 * @param places per entry the output's number
 * @param factors per entry four floats: what the output adds to each of the four targets
 */
export function spreadOutputs(
  outputs: usize,
  outputStride: usize,
  tableRows: i32,
  starts: usize,
  places: usize,
  factors: usize,
  bias: usize,
  width: i32,
  logits: usize,
  stride: usize,
): void {
  const fours = <usize>width >> 2;
  for (let row = 0; row < tableRows; row++) {
    for (let four: usize = 0; four < fours; four++) {
      let sum = v128.load(bias + (four << 4));
      const end = <usize>load<i32>(starts + (four << 2), 4);
      for (let entry = <usize>load<i32>(starts + (four << 2)); entry < end; entry++) {
        const place = <usize>load<i32>(places + (entry << 2));
        sum = multiplyAdd(v128.load(factors + (entry << 4)), v128.load32_splat(outputs + (place << 2)), sum);
      }
      v128.store(logits + (four << 4), sum);
    }
    outputs += outputStride;
    logits += stride;
  }
}

/** Logits to shares, unnormalised: the largest becomes 1, what is more than e⁸⁶ times smaller, or -Infinity, 0. */
export function toShares(logits: usize, stride: usize, tableRows: i32, width: i32): void {
  const bytes = <usize>width << 2, least = f32x4.splat(-125), scale = f32x4.splat(1.44269504088896341);
  for (let row = 0; row < tableRows; row++, logits += stride) {
    const end = logits + bytes;
    let most = v128.load(logits);
    for (let at = logits + 16; at < end; at += 16) most = f32x4.pmax(most, v128.load(at));
    most = f32x4.pmax(most, v128.shuffle<f32>(most, most, 2, 3, 0, 1));
    most = f32x4.pmax(most, v128.shuffle<f32>(most, most, 1, 0, 3, 2));
    for (let at = logits; at < end; at += 16) {
      const power = f32x4.mul(f32x4.sub(v128.load(at), most), scale);
      v128.store(at, v128.and(powerOfTwo(f32x4.pmax(least, power)), f32x4.gt(power, least)));
    }
  }
}

/**
 * Sets the shares of targets that never occur with the source's code to 0, unless that would leave none: kept is where
 * ownGroups[target] equals sourceGroups[codes[r]].
 */
export function keepAllowed(
  shares: usize,
  stride: usize,
  tableRows: i32,
  width: i32,
  ownGroups: usize,
  sourceGroups: usize,
  codes: usize,
): void {
  const bytes = <usize>width << 2;
  for (let row = 0; row < tableRows; row++, codes += 4, shares += stride) {
    const group = v128.load32_splat(sourceGroups + (<usize>load<i32>(codes) << 2));
    let left = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const isAllowed = i32x4.eq(v128.load(ownGroups + at), group);
      left = f32x4.add(left, v128.and(v128.load(shares + at), isAllowed));
    }
    if (!(total(left) > 0)) continue;
    for (let at: usize = 0; at < bytes; at += 16) {
      const isAllowed = i32x4.eq(v128.load(ownGroups + at), group);
      v128.store(shares + at, v128.and(v128.load(shares + at), isAllowed));
    }
  }
}

/**
 * targets[r] drawn in proportion to shares[numbers[r]] by inverting their distribution function: never one at 0. Every fourth
 * target first, then every fourth from the second on, and so forth: the sums of the four come at once.
 * @param numbers 0: shares[r]
 * @param uniforms in [0, 1), one for each row, `uniformStride` bytes apart
 */
export function drawShares(
  shares: usize,
  stride: usize,
  numbers: usize,
  tableRows: i32,
  width: i32,
  uniforms: usize,
  uniformStride: usize,
  targets: usize,
): void {
  const bytes = <usize>width << 2;
  for (let row = 0; row < tableRows; row++) {
    const number = numbers ? load<i32>(numbers + (<usize>row << 2)) : row;
    store<i32>(targets, drawRow(shares + <usize>number * stride, bytes, load<f32>(uniforms)));
    uniforms += uniformStride;
    targets += 4;
  }
}

@inline
function drawRow(shares: usize, bytes: usize, uniform: f32): i32 {
  let sums = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) sums = f32x4.add(sums, v128.load(shares + at));
  const a = f32x4.extract_lane(sums, 0), b = f32x4.extract_lane(sums, 1);
  const c = f32x4.extract_lane(sums, 2), d = f32x4.extract_lane(sums, 3);
  let left = uniform * (a + b + (c + d));
  let lane: usize = 0;
  if (left >= a) {
    left -= a;
    lane = 4;
    if (left >= b) {
      left -= b;
      lane = 8;
      if (left >= c) {
        left -= c;
        lane = 12;
      }
    }
  }
  let drawn: usize = bytes;
  for (let at = lane; at < bytes; at += 16) {
    const share = load<f32>(shares + at);
    if (share > 0) {
      drawn = at;
      left -= share;
      if (left < 0) break;
    }
  }
  // Rounding may lead past the last share of the last lane.
  for (let at = bytes - 4; drawn == bytes && at > 0; at -= 4) if (load<f32>(shares + at) > 0) drawn = at;
  return drawn == bytes ? 0 : <i32>(drawn >> 2);
}
