/** Four floats at a time: the few functions that WebAssembly has no instruction for. */

/** a · b + c: fused where the machine can (relaxed SIMD), else rounded twice. */
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Sum of the four. */
@inline
export function total(a: v128): f32 {
  const pairs = f32x4.add(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.add(pairs, v128.shuffle<f32>(pairs, pairs, 1, 0, 3, 2)), 0);
}

/** [Σa, Σb, Σc, Σd]. */
@inline
export function totals(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** Exponential of values ≤ 0 (a softmax's), after Cephes' expf: within 2e-7 of the true value, relative. */
@inline
export function exponential(values: v128): v128 {
  let x = f32x4.max(values, f32x4.splat(-87));
  const power = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  x = f32x4.sub(x, f32x4.mul(power, f32x4.splat(0.693359375)));
  x = f32x4.sub(x, f32x4.mul(power, f32x4.splat(-2.12194440e-4)));
  let sum = f32x4.splat(1.9875691500e-4);
  sum = multiplyAdd(sum, x, f32x4.splat(1.3981999507e-3));
  sum = multiplyAdd(sum, x, f32x4.splat(8.3334519073e-3));
  sum = multiplyAdd(sum, x, f32x4.splat(4.1665795894e-2));
  sum = multiplyAdd(sum, x, f32x4.splat(1.6666665459e-1));
  sum = multiplyAdd(sum, x, f32x4.splat(5.0000001201e-1));
  sum = multiplyAdd(sum, f32x4.mul(x, x), f32x4.add(x, f32x4.splat(1)));
  const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(power), i32x4.splat(127)), 23);
  return f32x4.mul(sum, scale);
}

/** 2ˣ for −126 ≤ x ≤ 126, after Cephes' exp2f: within 2e-7 of the true value, relative. */
@inline
export function powerOfTwo(x: v128): v128 {
  // The sum's lowest bits are the nearest whole number.
  const sum = f32x4.add(x, f32x4.splat(12582912));
  const rest = f32x4.sub(x, f32x4.sub(sum, f32x4.splat(12582912)));
  let power = f32x4.splat(1.535336188319500e-4);
  power = multiplyAdd(power, rest, f32x4.splat(1.339887440266574e-3));
  power = multiplyAdd(power, rest, f32x4.splat(9.618437357674640e-3));
  power = multiplyAdd(power, rest, f32x4.splat(5.550332471162809e-2));
  power = multiplyAdd(power, rest, f32x4.splat(2.402264791363012e-1));
  power = multiplyAdd(power, rest, f32x4.splat(6.931472028550421e-1));
  power = multiplyAdd(power, rest, f32x4.splat(1));
  return i32x4.add(power, i32x4.shl(sum, 23));
}

/** Natural logarithm of values ≥ 1 (a softmax's sum), after Cephes' logf. */
@inline
export function logarithm(values: v128): v128 {
  let power = i32x4.sub(i32x4.shr_u(values, 23), i32x4.splat(126));
  let x = v128.or(v128.and(values, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const isLow = f32x4.lt(x, f32x4.splat(0.707106781186547524));
  power = i32x4.add(power, isLow);
  x = f32x4.sub(f32x4.add(x, v128.and(x, isLow)), f32x4.splat(1));
  const square = f32x4.mul(x, x);
  let sum = f32x4.splat(7.0376836292e-2);
  sum = multiplyAdd(sum, x, f32x4.splat(-1.1514610310e-1));
  sum = multiplyAdd(sum, x, f32x4.splat(1.1676998740e-1));
  sum = multiplyAdd(sum, x, f32x4.splat(-1.2420140846e-1));
  sum = multiplyAdd(sum, x, f32x4.splat(1.4249322787e-1));
  sum = multiplyAdd(sum, x, f32x4.splat(-1.6668057665e-1));
  sum = multiplyAdd(sum, x, f32x4.splat(2.0000714765e-1));
  sum = multiplyAdd(sum, x, f32x4.splat(-2.4999993993e-1));
  sum = multiplyAdd(sum, x, f32x4.splat(3.3333331174e-1));
  sum = f32x4.mul(f32x4.mul(sum, x), square);
  sum = multiplyAdd(square, f32x4.splat(-0.5), sum);
  const exponent = f32x4.convert_i32x4_s(power);
  return multiplyAdd(exponent, f32x4.splat(0.693147180559945), f32x4.add(x, sum));
}
