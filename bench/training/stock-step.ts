import '@tensorflow/tfjs-core/dist/register_all_gradients';
import {
  add,
  clone,
  concat,
  logSoftmax,
  matMul,
  mul,
  neg,
  oneHot,
  relu,
  reshape,
  type Scalar,
  slice,
  sum,
  tensor1d,
  tensor2d,
  type Tensor2D,
  train,
  transpose,
  type Variable,
  variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import type { Batch, Network } from '../../src/engine/models/autoregressive/network';

/**
 * The same network as one would write it with TF.js alone: its operations, its automatic gradients, its Adam. The
 * weights start where the network's are now.
 */
export class StockNetwork {
  readonly #network: Network;
  readonly #weights: ReadonlyMap<string, Variable>;
  readonly #masks: ReadonlyMap<string, Tensor2D | null>;
  /** Per column the transposed output basis, null where the outputs are the logits. */
  readonly #bases: readonly (Tensor2D | null)[];
  readonly #optimizer: ReturnType<typeof train.adam>;

  constructor(network: Network, learningRate: number) {
    this.#network = network;
    this.#weights = new Map(network.parameters.map(({ name, value }) => [name, variable(clone(value))]));
    this.#masks = new Map(
      network.parameters.map(({ name, mask, shape }) => [
        name,
        mask && tensor2d(Float32Array.from(mask), [shape[0], shape[1]]),
      ]),
    );
    this.#bases = network.plan.columns.map(({ output }) =>
      output ? transpose(tensor2d(output.values, [output.rows, output.width])) : null,
    );
    this.#optimizer = train.adam(learningRate);
  }

  /** One step on the batch; the mean loss per row, nats. The caller disposes the batch and the loss. */
  step(batch: Batch): Scalar {
    const { value, grads } = variableGrads(() => this.#loss(batch), [...this.#weights.values()]);
    const named = Object.entries(grads).map(([name, tensor]) => ({ name, tensor }));
    this.#optimizer.applyGradients(named);
    for (const { tensor } of named) tensor.dispose();
    return value;
  }

  #weight(name: string): Tensor2D {
    const value = this.#weights.get(name) as unknown as Tensor2D;
    const mask = this.#masks.get(name);
    return mask ? mul(value, mask) : value;
  }

  #dense(inputs: Tensor2D, name: string): Tensor2D {
    return relu(add(matMul(inputs, this.#weight(name)), this.#weight(`${name}Bias`)));
  }

  #loss(batch: Batch): Scalar {
    const { plan } = this.#network;
    let state = this.#dense(batch.inputs, 'input');
    for (let layer = 0; layer < plan.options.blocks; layer++) {
      state = add(state, this.#dense(state, `block${layer}`));
    }
    const outputs: Tensor2D = matMul(state, this.#weight('output'));
    const losses = plan.columns.map((_, place) => this.#columnLoss(place, outputs, batch));
    return mul(neg(sum(concat(losses))), 1 / batch.rows);
  }

  /** Sum over the rows of one column's log-likelihood, shape [1]. */
  #columnLoss(place: number, outputs: Tensor2D, batch: Batch) {
    const { columns } = this.#network.plan;
    const column = columns[place];
    const own = slice(outputs, [0, column.outputStart], [batch.rows, column.outputWidth]);
    const bias = slice(this.#weight('outputBias'), [0, column.targetStart], [1, column.targets]);
    const sourcePlace = columns.filter(({ sources }) => sources.length > 0).indexOf(column);
    const whole: Tensor2D =
      sourcePlace < 0
        ? own
        : add(own, matMul(batch.sourceInputs[sourcePlace], this.#weight(`sources${column.rank}`)));
    const basis = this.#bases[place];
    const logits: Tensor2D = add(basis ? matMul(whole, basis) : whole, bias);
    const chosen = tensor1d(
      batch.targets.filter((_, i) => i % columns.length === place),
      'int32',
    );
    return reshape(sum(mul(oneHot(chosen, column.targets), logSoftmax(logits))), [1]);
  }
}
