import {
  add,
  concat,
  div,
  exp,
  log,
  matMul,
  max,
  mul,
  neg,
  type Scalar,
  slice,
  sub,
  sum,
  tensor2d,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';
import { hasHostViews, hostView } from '../../backend/host-view';

/** Where each column's targets lie among all targets. */
export interface TargetBlock {
  readonly targetStart: number;
  readonly targets: number;
}

/** The gradient has the shape of the logits; the loss is the sum over rows and columns, in nats. */
export interface CrossEntropy {
  readonly gradient: Tensor2D;
  /** A tensor where reading it would stall the backend. */
  readonly loss: number | Scalar;
}

/**
 * Softmax cross-entropy of every column at once, and its gradient: (softmax − indicator) · scale.
 * Where memory can be seen the gradient takes the place of the logits, which must not be used again.
 * @param logits rows × all targets
 * @param targets row-major rows × blocks, counted within each block
 */
export function crossEntropy(
  logits: Tensor2D,
  targets: Int32Array,
  blocks: readonly TargetBlock[],
  scale: number,
): CrossEntropy {
  return hasHostViews() ? inPlace(logits, targets, blocks, scale) : composed(logits, targets, blocks, scale);
}

function inPlace(
  logits: Tensor2D,
  targets: Int32Array,
  blocks: readonly TargetBlock[],
  scale: number,
): CrossEntropy {
  const [rows, width] = logits.shape;
  const values = hostView(logits);
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    for (let b = 0; b < blocks.length; b++) {
      const start = row * width + blocks[b].targetStart;
      loss += softmaxGradient(values, start, blocks[b].targets, targets[row * blocks.length + b], scale);
    }
  }
  return { gradient: logits, loss };
}

/** Replaces `count` logits from `start` on by their gradient; gives the target's negative log-likelihood. */
function softmaxGradient(
  values: Float32Array,
  start: number,
  count: number,
  target: number,
  scale: number,
): number {
  const end = start + count;
  let highest = values[start];
  for (let i = start + 1; i < end; i++) if (values[i] > highest) highest = values[i];
  const targetLogit = values[start + target] - highest;
  let total = 0;
  for (let i = start; i < end; i++) total += values[i] = Math.exp(values[i] - highest);
  const factor = scale / total;
  for (let i = start; i < end; i++) values[i] *= factor;
  values[start + target] -= scale;
  return Math.log(total) - targetLogit;
}

function composed(
  logits: Tensor2D,
  targets: Int32Array,
  blocks: readonly TargetBlock[],
  scale: number,
): CrossEntropy {
  const [rows, width] = logits.shape;
  const [gradient, loss] = tidy(() => {
    const indicator = tensor2d(indicatorRows(targets, blocks, rows, width), [rows, width]);
    const membership = tensor2d(membershipOf(blocks, width), [width, blocks.length]);
    const spread = (perBlock: Tensor2D): Tensor2D => matMul(perBlock, membership, false, true);
    const highest = blocks.map(({ targetStart, targets: count }) =>
      max<Tensor2D>(slice(logits, [0, targetStart], [rows, count]), 1, true),
    );
    const shifted: Tensor2D = sub(logits, spread(concat(highest, 1)));
    const weights: Tensor2D = exp(shifted);
    const totals: Tensor2D = matMul(weights, membership);
    const shares = div(weights, spread(totals));
    const logLikelihood = sub(sum(mul(shifted, indicator)), sum(log(totals)));
    return [mul(sub(shares, indicator), scale), neg(logLikelihood)] as [Tensor2D, Scalar];
  });
  return { gradient, loss };
}

function indicatorRows(
  targets: Int32Array,
  blocks: readonly TargetBlock[],
  rows: number,
  width: number,
): Float32Array {
  const values = new Float32Array(rows * width);
  for (let i = 0; i < targets.length; i++) {
    const row = Math.floor(i / blocks.length);
    values[row * width + blocks[i % blocks.length].targetStart + targets[i]] = 1;
  }
  return values;
}

function membershipOf(blocks: readonly TargetBlock[], width: number): Float32Array {
  const values = new Float32Array(width * blocks.length);
  blocks.forEach(({ targetStart, targets }, block) => {
    for (let i = 0; i < targets; i++) values[(targetStart + i) * blocks.length + block] = 1;
  });
  return values;
}

/** Adds losses up, wherever they live, and is read now and then. */
export class LossMeter {
  #sum = 0;
  #tensor: Scalar | null = null;
  #rows = 0;

  add(loss: number | Scalar, rows: number): void {
    this.#rows += rows;
    if (typeof loss === 'number') {
      this.#sum += loss;
      return;
    }
    const before = this.#tensor;
    this.#tensor = before ? tidy(() => add(before, loss)) : loss;
    if (before) {
      before.dispose();
      loss.dispose();
    }
  }

  /** Mean per row since the last reading, NaN when nothing was added; starts anew. */
  async read(): Promise<number> {
    if (this.#tensor) {
      this.#sum += (await this.#tensor.data())[0];
      this.#tensor.dispose();
    }
    const mean = this.#sum / this.#rows;
    this.#sum = 0;
    this.#rows = 0;
    this.#tensor = null;
    return mean;
  }
}
