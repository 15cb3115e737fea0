import type { Batch } from '../models/autoregressive/network';
import { adamStep } from './adam';
import { dropoutMasks } from './dropout';
import type { Learner, LearnerTask } from './learner';

/** Steps composed of TF.js operations: in plain JavaScript, where there is nothing else. */
export class TensorLearner implements Learner {
  readonly stepsPerReading = 25;
  readonly #task: LearnerTask;

  constructor(task: LearnerTask) {
    this.#task = task;
  }

  step(rows: Uint32Array, learningRate: number, step: number): Promise<number> {
    const { model, seed } = this.#task;
    const { network, builder, learnt } = model;
    const { hidden, blocks, dropout, weightDecay } = network.plan.options;
    const masks = dropoutMasks(blocks + 1, rows.length, hidden, dropout, seed, step);
    const batch = builder.build(learnt.columns, rows, masks);
    const { gradients, loss } = network.gradientStep(batch);
    network.parameters.forEach((parameter, i) =>
      adamStep(parameter, gradients[i], learningRate, step, weightDecay),
    );
    for (const gradient of gradients) gradient.dispose();
    disposeBatch(batch);
    return Promise.resolve(loss);
  }

  loss(rows: Uint32Array): Promise<number> {
    const { network, builder, learnt } = this.#task.model;
    const batch = builder.build(learnt.columns, rows, null);
    const loss = network.loss(batch);
    disposeBatch(batch);
    return Promise.resolve(loss);
  }

  /** The network itself is what learns. */
  publish(): Promise<void> {
    return Promise.resolve();
  }

  adopt(): Promise<void> {
    return Promise.resolve();
  }

  dispose(): void {
    // All tensors are the network's.
  }
}

function disposeBatch(batch: Batch): void {
  batch.inputs.dispose();
  for (const inputs of batch.sourceInputs) inputs.dispose();
  for (const mask of batch.dropout ?? []) mask.dispose();
}
