/** SHA-256 (FIPS 180-4, section 6.2.2), whole blocks of 64 bytes at a time. */

/**
 * Takes blocks of the message into the state.
 * @param state eight words
 * @param constants the 64 words of section 4.2.2
 * @param schedule room for 64 words
 */
export function hashBlocks(state: usize, constants: usize, schedule: usize, at: usize, blocks: i32): void {
  for (; blocks > 0; blocks--, at += 64) {
    expandSchedule(schedule, at);
    let a = load<u32>(state, 0), b = load<u32>(state, 4), c = load<u32>(state, 8), d = load<u32>(state, 12);
    let e = load<u32>(state, 16), f = load<u32>(state, 20), g = load<u32>(state, 24), h = load<u32>(state, 28);
    for (let t: usize = 0; t < 256; t += 4) {
      const first = h + sum1(e) + (g ^ (e & (f ^ g))) + load<u32>(constants + t) + load<u32>(schedule + t);
      const second = sum0(a) + ((a & b) | (c & (a | b)));
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + second;
    }
    add(state, a, b, c, d);
    add(state + 16, e, f, g, h);
  }
}

@inline
function expandSchedule(to: usize, at: usize): void {
  for (let t: usize = 0; t < 64; t += 4) store<u32>(to + t, bswap<u32>(load<u32>(at + t)));
  for (const end = to + 192; to < end; to += 4) {
    const word = load<u32>(to) + sigma0(load<u32>(to, 4)) + load<u32>(to, 36) + sigma1(load<u32>(to, 56));
    store<u32>(to, word, 64);
  }
}

@inline
function add(to: usize, a: u32, b: u32, c: u32, d: u32): void {
  store<u32>(to, load<u32>(to) + a);
  store<u32>(to, load<u32>(to, 4) + b, 4);
  store<u32>(to, load<u32>(to, 8) + c, 8);
  store<u32>(to, load<u32>(to, 12) + d, 12);
}

@inline
function sum0(x: u32): u32 {
  return rotr<u32>(x, 2) ^ rotr<u32>(x, 13) ^ rotr<u32>(x, 22);
}

@inline
function sum1(x: u32): u32 {
  return rotr<u32>(x, 6) ^ rotr<u32>(x, 11) ^ rotr<u32>(x, 25);
}

@inline
function sigma0(x: u32): u32 {
  return rotr<u32>(x, 7) ^ rotr<u32>(x, 18) ^ (x >>> 3);
}

@inline
function sigma1(x: u32): u32 {
  return rotr<u32>(x, 17) ^ rotr<u32>(x, 19) ^ (x >>> 10);
}
