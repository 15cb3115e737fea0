import { multiplyAdd } from './lanes';

/*
 * Weights of other outputs, made of those that are trained, and gradients the way back (src/…/native/weight-sums.ts).
 * A sum has 24 bytes: where its four floats lie for the first unit; how many bytes on those of the next unit lie, and what
 * they are made of for the next; how many units; its first term and the one after its last. A term has 32 bytes: where the
 * float lies, for the first unit, 12 unused, and its four factors.
 */

/** For every sum and unit: four floats = Σ float · factors. All places are bytes from `vector` on. */
export function fold(vector: usize, sums: usize, count: i32, terms: usize): void {
  for (const end = sums + <usize>count * 24; sums < end; sums += 24) {
    const toStep = <usize>load<i32>(sums, 4), fromStep = <usize>load<i32>(sums, 8);
    const first = terms + (<usize>load<i32>(sums, 16) << 5);
    const last = terms + (<usize>load<i32>(sums, 20) << 5);
    let to = vector + <usize>load<i32>(sums);
    let from = vector;
    let units = load<i32>(sums, 12);
    for (; units >= 4; units -= 4) {
      foldFour(from, fromStep, to, toStep, first, last);
      from += fromStep << 2;
      to += toStep << 2;
    }
    for (; units > 0; units--) {
      let sum = f32x4.splat(0);
      for (let term = first; term < last; term += 32) {
        sum = multiplyAdd(v128.load32_splat(from + <usize>load<i32>(term)), v128.load(term, 16), sum);
      }
      v128.store(to, sum);
      from += fromStep;
      to += toStep;
    }
  }
}

/** Four units at once, as each has to wait for its own sum. */
@inline
function foldFour(from: usize, fromStep: usize, to: usize, toStep: usize, first: usize, last: usize): void {
  let a = f32x4.splat(0), b = f32x4.splat(0), c = f32x4.splat(0), d = f32x4.splat(0);
  for (let term = first; term < last; term += 32) {
    const factors = v128.load(term, 16);
    let at = from + <usize>load<i32>(term);
    a = multiplyAdd(v128.load32_splat(at), factors, a);
    at += fromStep;
    b = multiplyAdd(v128.load32_splat(at), factors, b);
    at += fromStep;
    c = multiplyAdd(v128.load32_splat(at), factors, c);
    at += fromStep;
    d = multiplyAdd(v128.load32_splat(at), factors, d);
  }
  v128.store(to, a);
  v128.store(to + toStep, b);
  v128.store(to + (toStep << 1), c);
  v128.store(to + toStep * 3, d);
}
