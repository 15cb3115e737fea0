import { exponential, logarithm, multiplyAdd, total } from './lanes';

/*
 * Sixteen table rows are worked on together; `scratch` holds 64 bytes for each code of the column. A column's basis is
 * given by its entries: those of code c are codeStarts[c] … codeStarts[c + 1], each a basis function's number and its
 * value there; and the other way round, by basis function. No basis (codeStarts 0): outputs are logits.
 */

/**
 * Softmax cross-entropy of one column. `outputs` (feature-major, `width` rows) become logits by the basis and the bias,
 * then the gradient of the loss by the outputs.
 * @param tableRows a multiple of 16
 * @param targets one i32 per table row
 * @param rowScale factor of each table row's gradient; a row at 0 counts for nothing
 * @param biasGradients one per code, added to
 * @param scratch 64 bytes per code and 64 more
 * @returns sum over the rows of the negative log-likelihood, nats
 */
export function softmaxGradient(
  outputs: usize,
  stride: usize,
  tableRows: i32,
  codes: i32,
  width: i32,
  codeStarts: usize,
  codeEntries: usize,
  basisStarts: usize,
  basisEntries: usize,
  bias: usize,
  biasGradients: usize,
  targets: usize,
  rowScale: usize,
  scratch: usize,
): f64 {
  let loss: f64 = 0;
  for (let row: usize = 0; row < <usize>tableRows << 2; row += 64) {
    const own = outputs + row;
    toLogits(own, stride, codes, codeStarts, codeEntries, bias, scratch);
    gatherTargets(scratch, codes, targets + row);
    for (let lane: usize = 0; lane < 64; lane += 16) {
      const scale = v128.load(rowScale + row + lane);
      const targetLogit = v128.load(scratch + (<usize>codes << 6) + lane);
      loss += lossToGradient(scratch + lane, codes, targetLogit, scale);
    }
    subtractTargets(scratch, targets + row, rowScale + row);
    sumRows(scratch, codes, biasGradients);
    toOutputGradients(own, stride, width, basisStarts, basisEntries, scratch);
  }
  return loss;
}

/** Sum over the rows of the negative log-likelihood, nats; parameters as of softmaxGradient. `outputs` stay. */
export function softmaxLoss(
  outputs: usize,
  stride: usize,
  tableRows: i32,
  codes: i32,
  codeStarts: usize,
  codeEntries: usize,
  bias: usize,
  targets: usize,
  rowScale: usize,
  scratch: usize,
): f64 {
  let loss: f64 = 0;
  for (let row: usize = 0; row < <usize>tableRows << 2; row += 64) {
    toLogits(outputs + row, stride, codes, codeStarts, codeEntries, bias, scratch);
    gatherTargets(scratch, codes, targets + row);
    for (let lane: usize = 0; lane < 64; lane += 16) {
      const scale = v128.load(rowScale + row + lane);
      const targetLogit = v128.load(scratch + (<usize>codes << 6) + lane);
      const highest = highestOf(scratch + lane, codes);
      loss += lossOf(toWeights(scratch + lane, codes, highest), highest, targetLogit, scale);
    }
  }
  return loss;
}

/** Logits of sixteen table rows. */
@inline
function toLogits(
  outputs: usize,
  stride: usize,
  codes: i32,
  codeStarts: usize,
  codeEntries: usize,
  bias: usize,
  scratch: usize,
): void {
  for (let code: usize = 0; code < <usize>codes; code++) {
    const to = scratch + (code << 6);
    const start = v128.load32_splat(bias + (code << 2));
    if (codeStarts) {
      const entry = codeEntries + (<usize>load<i32>(codeStarts + (code << 2)) << 3);
      const end = codeEntries + (<usize>load<i32>(codeStarts + (code << 2), 4) << 3);
      combine(outputs, stride, entry, end, start, to);
    } else {
      const from = outputs + code * stride;
      v128.store(to, f32x4.add(start, v128.load(from)));
      v128.store(to, f32x4.add(start, v128.load(from, 16)), 16);
      v128.store(to, f32x4.add(start, v128.load(from, 32)), 32);
      v128.store(to, f32x4.add(start, v128.load(from, 48)), 48);
    }
  }
}

/** Gradients by the codes' logits to gradients by the outputs. */
@inline
function toOutputGradients(
  outputs: usize,
  stride: usize,
  width: i32,
  basisStarts: usize,
  basisEntries: usize,
  scratch: usize,
): void {
  for (let place: usize = 0; place < <usize>width; place++) {
    const to = outputs + place * stride;
    if (basisStarts) {
      const entry = basisEntries + (<usize>load<i32>(basisStarts + (place << 2)) << 3);
      const end = basisEntries + (<usize>load<i32>(basisStarts + (place << 2), 4) << 3);
      combine(scratch, 64, entry, end, f32x4.splat(0), to);
    } else {
      const from = scratch + (place << 6);
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      v128.store(to, v128.load(from, 32), 32);
      v128.store(to, v128.load(from, 48), 48);
    }
  }
}

/** to = start + Σ value · rows[number], sixteen floats. */
@inline
function combine(rows: usize, stride: usize, entry: usize, end: usize, start: v128, to: usize): void {
  let a = start, b = start, c = start, d = start;
  for (; entry < end; entry += 8) {
    const from = rows + <usize>load<i32>(entry) * stride;
    const value = v128.load32_splat(entry, 4);
    a = multiplyAdd(value, v128.load(from), a);
    b = multiplyAdd(value, v128.load(from, 16), b);
    c = multiplyAdd(value, v128.load(from, 32), c);
    d = multiplyAdd(value, v128.load(from, 48), d);
  }
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
}

/** The targets' logits, behind those of the codes. */
@inline
function gatherTargets(scratch: usize, codes: i32, targets: usize): void {
  const to = scratch + (<usize>codes << 6);
  for (let row: usize = 0; row < 64; row += 4) {
    store<f32>(to + row, load<f32>(scratch + (<usize>load<i32>(targets + row) << 6) + row));
  }
}

@inline
function subtractTargets(scratch: usize, targets: usize, rowScale: usize): void {
  for (let row: usize = 0; row < 64; row += 4) {
    const at = scratch + (<usize>load<i32>(targets + row) << 6) + row;
    store<f32>(at, load<f32>(at) - load<f32>(rowScale + row));
  }
}

/** Four table rows' logits to their scaled shares; gives their loss. */
@inline
function lossToGradient(at: usize, codes: i32, targetLogit: v128, scale: v128): f32 {
  const highest = highestOf(at, codes);
  const sum = toWeights(at, codes, highest);
  const factor = f32x4.div(scale, sum);
  for (let end = at + (<usize>codes << 6), to = at; to < end; to += 64) {
    v128.store(to, f32x4.mul(v128.load(to), factor));
  }
  return lossOf(sum, highest, targetLogit, scale);
}

@inline
function highestOf(at: usize, codes: i32): v128 {
  let highest = v128.load(at);
  for (let end = at + (<usize>codes << 6); at < end; at += 64) highest = f32x4.max(highest, v128.load(at));
  return highest;
}

/** Logits to exponentials, the highest becoming 1; gives their sum. */
@inline
function toWeights(at: usize, codes: i32, highest: v128): v128 {
  let sum = f32x4.splat(0);
  for (let end = at + (<usize>codes << 6); at < end; at += 64) {
    const weight = exponential(f32x4.sub(v128.load(at), highest));
    v128.store(at, weight);
    sum = f32x4.add(sum, weight);
  }
  return sum;
}

/** log Σ exp − target's logit, over the rows that count. */
@inline
function lossOf(sum: v128, highest: v128, targetLogit: v128, scale: v128): f32 {
  const losses = f32x4.add(logarithm(sum), f32x4.sub(highest, targetLogit));
  return total(v128.and(losses, f32x4.ne(scale, f32x4.splat(0))));
}

/** Adds each code's sum over the sixteen rows. */
@inline
function sumRows(scratch: usize, codes: i32, sums: usize): void {
  for (let code: usize = 0; code < <usize>codes; code++, scratch += 64, sums += 4) {
    const low = f32x4.add(v128.load(scratch), v128.load(scratch, 16));
    const high = f32x4.add(v128.load(scratch, 32), v128.load(scratch, 48));
    store<f32>(sums, load<f32>(sums) + total(f32x4.add(low, high)));
  }
}
