import type { Layout, WeightGroups } from '../../src/engine/models/autoregressive/native/layout';
import { foldedOutputs } from '../../src/engine/models/autoregressive/native/output-weights';
import type { NetworkPlan } from '../../src/engine/models/autoregressive/plan';

/**
 * Floating-point operations of a training step's matrix products written with dense matrices, for one row: a multiply-add counts as two. Products of
 * the inputs, and of the direct connections, are made forward and for the weights' gradient; those of the hidden and
 * output layers also for the gradient by what they were given; the fixed bases forward and back. Masked weights are
 * multiplied like any others, and count. What is not a product (softmax, rectifiers, Adam) does not.
 */
export function operationsPerRow({ columns, options, inputWidth, outputWidth }: NetworkPlan): number {
  const { hidden, blocks } = options;
  const input = 2 * inputWidth * hidden;
  const layers = 3 * (blocks * hidden * hidden + hidden * outputWidth);
  const direct = columns.map(
    ({ sources, outputWidth: width }) =>
      2 * width * sources.reduce((sum, source) => sum + source.inputWidth, 0),
  );
  const bases = columns.map(({ output }) => (output ? 2 * output.rows * output.width : 0));
  return 2 * (input + layers + total(direct) + total(bases));
}

/** Of these, those of the hidden and output layers with the weights that masks leave. */
export function keptOperationsPerRow({ blocks, output }: Layout): number {
  return operationsOf([...blocks, output]);
}

/** Of these, what the kernels do: of outputs that are sums of others there are no products. */
export function madeOperationsPerRow(layout: Layout): number {
  return operationsOf([...layout.blocks, foldedOutputs(layout)]);
}

function operationsOf(products: readonly Pick<WeightGroups, 'reach'>[]): number {
  return 2 * 3 * total(products.map(({ reach }) => 4 * total([...reach])));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
