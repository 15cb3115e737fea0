import type { Tensor2D } from '@tensorflow/tfjs-core';
import { hostView } from '../../backend/host-view';

/** Where each column's targets lie among all targets. */
export interface TargetBlock {
  readonly targetStart: number;
  readonly targets: number;
}

/** The gradient has the shape of the logits; the loss is the sum over rows and columns, in nats. */
export interface CrossEntropy {
  readonly gradient: Tensor2D;
  readonly loss: number;
}

/**
 * Softmax cross-entropy of every column at once, and its gradient: (softmax − indicator) · scale. The gradient takes the
 * place of the logits, which must not be used again.
 * @param logits rows × all targets, of a backend whose memory can be seen (`hostView`)
 * @param targets row-major rows × blocks, counted within each block
 */
export function crossEntropy(
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
