import { slice, type Tensor2D } from '@tensorflow/tfjs-core';
import { hostView } from '../backend/host-view';
import type { Parameter } from '../models/autoregressive/parameter';

const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;

/**
 * One Adam step (Kingma & Ba 2015, algorithm 1) on one parameter, in place; masked entries stay 0. `step` counts from 1.
 * Weights, not biases, decay apart from the gradient: by `learningRate · weightDecay` of themselves (Loshchilov & Hutter
 * 2019). On a backend whose memory can be seen (`hostView`).
 */
export function adamStep(
  parameter: Parameter,
  gradient: Tensor2D,
  learningRate: number,
  step: number,
  weightDecay = 0,
): void {
  const rate = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
  const floor = epsilon * Math.sqrt(1 - beta2 ** step);
  const kept = parameter.isBias ? 1 : 1 - learningRate * weightDecay;
  const value = hostView(parameter.value);
  const first = hostView(parameter.firstMoment);
  const second = hostView(parameter.secondMoment);
  const slope = hostView(gradient);
  const { mask } = parameter;
  for (let i = 0; i < value.length; i++) {
    if (mask !== null && mask[i] === 0) continue;
    const g = slope[i];
    const m = (first[i] += (1 - beta1) * (g - first[i]));
    const v = (second[i] += (1 - beta2) * (g * g - second[i]));
    value[i] = kept * value[i] - (rate * m) / (Math.sqrt(v) + floor);
  }
  // A new tensor each step: the WASM backend keeps a packed copy of a product's right side for as long as it lives.
  parameter.replaceValue(slice(parameter.value, [0, 0], parameter.value.shape));
}
