import { multiplyAdd } from './lanes';

/*
 * Drawing goes row by row, and its matrices are row-major: what a row's rectifiers leave is mostly 0, and the products
 * go over the rest alone. A row's activations are a list of entries, each a unit's number (i32) and its value (f32);
 * `counts` holds the lists' lengths. Strides are bytes between rows, widths count floats and are multiples of 4.
 */

/** sums[r] += table[codes[r]]; a code below 0 adds nothing. */
export function addRows(
  table: usize,
  tableStride: usize,
  codes: usize,
  tableRows: i32,
  sums: usize,
  stride: usize,
  width: i32,
): void {
  const bytes = <usize>width << 2;
  for (let row = 0; row < tableRows; row++) {
    const code = load<i32>(codes);
    if (code >= 0) {
      let from = table + <usize>code * tableStride;
      for (let to = sums, end = sums + bytes; to < end; to += 16, from += 16) {
        v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
      }
    }
    codes += 4;
    sums += stride;
  }
}

/** rows[r] = table[codes[r]]. */
export function copyRows(
  table: usize,
  tableStride: usize,
  codes: usize,
  tableRows: i32,
  rows: usize,
  stride: usize,
  width: i32,
): void {
  const bytes = <usize>width << 2;
  for (let row = 0; row < tableRows; row++) {
    const from = table + <usize>load<i32>(codes) * tableStride;
    for (let at: usize = 0; at < bytes; at += 16) v128.store(rows + at, v128.load(from + at));
    codes += 4;
    rows += stride;
  }
}

/**
 * Finishes hidden units: states = max(0, sums), and states before them where `isFirst` is not set. Those above 0 are
 * appended to their row's entries. Up to three floats behind those of a row are read, and written in `states`.
 * @param count of units, from `firstUnit` on
 */
export function finishUnits(
  sums: usize,
  sumsStride: usize,
  states: usize,
  statesStride: usize,
  isFirst: bool,
  count: i32,
  firstUnit: i32,
  tableRows: i32,
  entries: usize,
  entryStride: usize,
  counts: usize,
): void {
  const zero = f32x4.splat(0), keep: v128 = isFirst ? zero : i32x4.splat(-1);
  for (let row = 0; row < tableRows; row++) {
    let to = entries + (<usize>load<i32>(counts) << 3);
    for (let unit = 0; unit < count; unit += 4) {
      const place = <usize>unit << 2;
      const before = v128.and(keep, v128.load(states + place));
      const value = f32x4.add(before, f32x4.pmax(zero, v128.load(sums + place)));
      v128.store(states + place, value);
      const isActive = i32x4.bitmask(f32x4.gt(value, zero)) & (0xf >> max(0, unit + 4 - count));
      to = append(to, firstUnit + unit, f32x4.extract_lane(value, 0), isActive & 1);
      to = append(to, firstUnit + unit + 1, f32x4.extract_lane(value, 1), isActive & 2);
      to = append(to, firstUnit + unit + 2, f32x4.extract_lane(value, 2), isActive & 4);
      to = append(to, firstUnit + unit + 3, f32x4.extract_lane(value, 3), isActive & 8);
    }
    store<i32>(counts, <i32>((to - entries) >> 3));
    sums += sumsStride;
    states += statesStride;
    entries += entryStride;
    counts += 4;
  }
}

/** Writes an entry; the next goes behind it, or over it unless it is active. */
@inline
function append(to: usize, unit: i32, value: f32, isActive: i32): usize {
  store<i32>(to, unit);
  store<f32>(to, value, 4);
  return to + (<usize>(isActive != 0) << 3);
}

/** outputs[r] += Σ value · weights[unit] over the row's entries; a weight row has `width` floats. */
export function addProducts(
  entries: usize,
  entryStride: usize,
  counts: usize,
  tableRows: i32,
  weights: usize,
  width: i32,
  outputs: usize,
  stride: usize,
): void {
  const bytes = <usize>width << 2;
  let left = width >> 2;
  // Seven vectors at a time: with the weights loaded for them they fill the machine's registers.
  for (let pieces = (left + 6) / 7; pieces > 0; pieces--) {
    const vectors = (left + pieces - 1) / pieces;
    switch (vectors) {
      case 1: { addPiece(1, entries, entryStride, counts, tableRows, weights, bytes, outputs, stride); break; }
      case 2: { addPiece(2, entries, entryStride, counts, tableRows, weights, bytes, outputs, stride); break; }
      case 3: { addPiece(3, entries, entryStride, counts, tableRows, weights, bytes, outputs, stride); break; }
      case 4: { addPiece(4, entries, entryStride, counts, tableRows, weights, bytes, outputs, stride); break; }
      case 5: { addPiece(5, entries, entryStride, counts, tableRows, weights, bytes, outputs, stride); break; }
      case 6: { addPiece(6, entries, entryStride, counts, tableRows, weights, bytes, outputs, stride); break; }
      default: addPiece(7, entries, entryStride, counts, tableRows, weights, bytes, outputs, stride);
    }
    left -= vectors;
    weights += <usize>vectors << 4;
    outputs += <usize>vectors << 4;
  }
}

/** `n` vectors of every row's outputs, `n` known when compiling. */
@inline
function addPiece(
  n: i32,
  entries: usize,
  entryStride: usize,
  counts: usize,
  tableRows: i32,
  weights: usize,
  bytes: usize,
  outputs: usize,
  stride: usize,
): void {
  for (let row = 0; row < tableRows; row++) {
    const end = entries + (<usize>load<i32>(counts + (<usize>row << 2)) << 3);
    addEntries(n, entries, end, weights, bytes, outputs);
    entries += entryStride;
    outputs += stride;
  }
}

@inline
function addEntries(n: i32, entry: usize, end: usize, weights: usize, bytes: usize, to: usize): void {
  let a0 = v128.load(to), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0;
  if (n > 1) a1 = v128.load(to, 16);
  if (n > 2) a2 = v128.load(to, 32);
  if (n > 3) a3 = v128.load(to, 48);
  if (n > 4) a4 = v128.load(to, 64);
  if (n > 5) a5 = v128.load(to, 80);
  if (n > 6) a6 = v128.load(to, 96);
  for (; entry < end; entry += 8) {
    const x = v128.load32_splat(entry, 4), w = weights + <usize>load<i32>(entry) * bytes;
    a0 = multiplyAdd(x, v128.load(w), a0);
    if (n > 1) a1 = multiplyAdd(x, v128.load(w, 16), a1);
    if (n > 2) a2 = multiplyAdd(x, v128.load(w, 32), a2);
    if (n > 3) a3 = multiplyAdd(x, v128.load(w, 48), a3);
    if (n > 4) a4 = multiplyAdd(x, v128.load(w, 64), a4);
    if (n > 5) a5 = multiplyAdd(x, v128.load(w, 80), a5);
    if (n > 6) a6 = multiplyAdd(x, v128.load(w, 96), a6);
  }
  v128.store(to, a0);
  if (n > 1) v128.store(to, a1, 16);
  if (n > 2) v128.store(to, a2, 32);
  if (n > 3) v128.store(to, a3, 48);
  if (n > 4) v128.store(to, a4, 64);
  if (n > 5) v128.store(to, a5, 80);
  if (n > 6) v128.store(to, a6, 96);
}
