/** Philox4x32-10 (Salmon et al., SC 2011), four blocks at a time: the numbers that random.ts makes, in bulk. */

/**
 * Uniform numbers in [0, 1), multiples of 2⁻²⁴: the upper bits of what the counters from (counter0 … counter3) on give, in
 * their order, the counter's lowest word carrying into the next.
 * @param blocks of four numbers each, a multiple of 4
 */
export function fillUniforms(
  counter0: u32,
  counter1: u32,
  counter2: u32,
  counter3: u32,
  key0: u32,
  key1: u32,
  blocks: i32,
  to: usize,
): void {
  const first = i32x4.splat(counter0);
  let place = i32x4(0, 1, 2, 3);
  for (let block = 0; block < blocks; block += 4, to += 64) {
    let a = i32x4.add(first, place);
    let b = i32x4.sub(i32x4.splat(counter1), i32x4.lt_u(a, first));
    let c = i32x4.splat(counter2), d = i32x4.splat(counter3);
    let k = i32x4.splat(key0), l = i32x4.splat(key1);
    for (let round = 0; round < 10; round++) {
      const m = i32x4.splat(0xd2511f53), n = i32x4.splat(0xcd9e8d57);
      const mLow = i64x2.extmul_low_i32x4_u(a, m), mHigh = i64x2.extmul_high_i32x4_u(a, m);
      const nLow = i64x2.extmul_low_i32x4_u(c, n), nHigh = i64x2.extmul_high_i32x4_u(c, n);
      a = v128.xor(v128.xor(v128.shuffle<i32>(nLow, nHigh, 1, 3, 5, 7), b), k);
      b = v128.shuffle<i32>(nLow, nHigh, 0, 2, 4, 6);
      c = v128.xor(v128.xor(v128.shuffle<i32>(mLow, mHigh, 1, 3, 5, 7), d), l);
      d = v128.shuffle<i32>(mLow, mHigh, 0, 2, 4, 6);
      k = i32x4.add(k, i32x4.splat(0x9e3779b9));
      l = i32x4.add(l, i32x4.splat(0xbb67ae85));
    }
    const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5), AB = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
    const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5), CD = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    storeUniform(to, v128.shuffle<i64>(ab, cd, 0, 2));
    storeUniform(to + 16, v128.shuffle<i64>(ab, cd, 1, 3));
    storeUniform(to + 32, v128.shuffle<i64>(AB, CD, 0, 2));
    storeUniform(to + 48, v128.shuffle<i64>(AB, CD, 1, 3));
    place = i32x4.add(place, i32x4.splat(4));
  }
}

@inline
function storeUniform(to: usize, words: v128): void {
  const upper = f32x4.convert_i32x4_u(i32x4.shr_u(words, 8));
  v128.store(to, f32x4.mul(upper, f32x4.splat(5.9604644775390625e-8)));
}
