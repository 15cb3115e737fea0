/** Which bytes of a text matter to whoever cuts it, 32 at a time. */

/**
 * Writes one bit for each byte, the lowest first: 1 where the byte is one of five, which need not differ.
 * @param words how many times 32 bytes are looked at; as many 32-bit words are written
 */
export function findMarks(at: usize, words: i32, to: usize, a: u8, b: u8, c: u8, d: u8, e: u8): void {
  const first = i8x16.splat(a), second = i8x16.splat(b), third = i8x16.splat(c);
  const fourth = i8x16.splat(d), fifth = i8x16.splat(e);
  for (; words > 0; words--, at += 32, to += 4) {
    const low = marksOf(v128.load(at), first, second, third, fourth, fifth);
    const high = marksOf(v128.load(at, 16), first, second, third, fourth, fifth);
    store<u32>(to, low | (high << 16));
  }
}

@inline
function marksOf(bytes: v128, first: v128, second: v128, third: v128, fourth: v128, fifth: v128): u32 {
  const firstTwo = v128.or(i8x16.eq(bytes, first), i8x16.eq(bytes, second));
  const nextTwo = v128.or(i8x16.eq(bytes, third), i8x16.eq(bytes, fourth));
  return i8x16.bitmask(v128.or(v128.or(firstTwo, nextTwo), i8x16.eq(bytes, fifth)));
}
