import type { AutoregressiveModel } from '../models/autoregressive/model';
import { permutation, RandomStream } from '../random';
import { restoreCheckpoint, takeCheckpoint } from './checkpoint';
import type { Learner, LearnerTask } from './learner';
import { LossMeter } from './loss-meter';
import type { Rehearsal } from './rehearsal';
import { type Haste, Schedule } from './schedule';
import type { Fold } from './split-rows';
import type { Checkpoint, LoopResult, TrainingSettings } from './types';

/** What the loop needs from the worker or program it runs in. */
export interface TrainingHost {
  /** Milliseconds, from any origin. */
  now(): number;
  /** Lets messages in; resolves when training may go on (not while paused). Called often, should be cheap. */
  breathe(): Promise<void>;
  /** True once the user has asked to end and keep the model. */
  wantsStop(): boolean;
  /** After every few steps. */
  onSteps(progress: LoopProgress): void;
  /** At intervals of its own choosing the host may look at the model (samples, checkpoints). */
  onInterval(look: TrainingLook): Promise<void>;
}

/** What can be had of a model that is being trained. */
export interface TrainingLook {
  /** Brings the model's network up to date. */
  publish(): Promise<void>;
  takeCheckpoint(): Promise<Checkpoint>;
}

export interface LoopProgress {
  readonly step: number;
  readonly totalSteps: number;
  readonly epoch: number;
  readonly epochs: number;
  readonly loss: number;
  readonly validationLoss: number | null;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number;
  readonly workers: number;
  readonly isAnnealing: boolean;
}

/** The validation rows are looked at after every pass, and after so many steps at the latest. */
const mostStepsUnchecked = 250;
/** A validation loss this much above the best is a loss of ground, not noise. */
const tolerance = 1.002;
const validationBatchRows = 1024;

/** Of a table whose columns are all constant or made anew. */
const nothingToLearn: LoopResult = {
  workers: 1,
  workersLost: 0,
  steps: 0,
  epochs: 0,
  validationLoss: 0,
  stopped: 'finished',
};

/** The rows that gradients are taken of and those the length is chosen on, as indices into the encoded table. */
export interface TrainingRows extends Fold {
  /** What is learnt before the rows to fit; null: nothing. */
  readonly rehearsal: Rehearsal | null;
}

/** Trains the model's network on its encoded rows. */
export async function runTraining(
  model: AutoregressiveModel,
  rows: TrainingRows,
  settings: TrainingSettings,
  host: TrainingHost,
  checkpoint: Checkpoint | null,
  createLearner: (task: LearnerTask) => Promise<Learner>,
): Promise<LoopResult> {
  if (model.network.plan.columns.length === 0) return nothingToLearn;
  if (checkpoint) restoreCheckpoint(model.network, checkpoint);
  const batchSize = Math.min(model.recipe.batchSize, rows.fit.length);
  const learnt = rows.rehearsal?.learnt ?? model.learnt;
  const learner = await createLearner({ model: { ...model, learnt }, batchSize, seed: settings.seed });
  try {
    const loop = new TrainingLoop(model, rows, settings, host, learner);
    if (checkpoint) loop.restore(checkpoint);
    const result = await loop.run();
    await learner.publish(false);
    return result;
  } finally {
    learner.dispose();
  }
}

class TrainingLoop {
  readonly #model: AutoregressiveModel;
  readonly #rows: TrainingRows;
  readonly #settings: TrainingSettings;
  readonly #host: TrainingHost;
  readonly #learner: Learner;
  readonly #schedule: Schedule;
  readonly #meter = new LossMeter();
  readonly #stepsPerEpoch: number;
  readonly #batchSize: number;
  #step = 0;
  #started = 0;
  #stepsAtStart = 0;
  #loss = Number.NaN;
  #validationLoss = Number.NaN;
  #best = Number.POSITIVE_INFINITY;
  #readingsWithoutGain = 0;
  #stopped: LoopResult['stopped'] = 'finished';

  constructor(
    model: AutoregressiveModel,
    rows: TrainingRows,
    settings: TrainingSettings,
    host: TrainingHost,
    learner: Learner,
  ) {
    const { recipe } = model;
    const { length } = rows.fit;
    this.#model = model;
    this.#rows = rows;
    this.#settings = settings;
    this.#host = host;
    this.#learner = learner;
    this.#batchSize = Math.min(recipe.batchSize, length);
    this.#stepsPerEpoch = Math.max(1, Math.floor(length / this.#batchSize));
    this.#schedule = new Schedule(recipe.learningRate, recipe.steps);
  }

  restore(checkpoint: Checkpoint): void {
    this.#schedule.restore(checkpoint.scalars);
    this.#step = checkpoint.step;
    this.#best = checkpoint.scalars.best;
    this.#readingsWithoutGain = checkpoint.scalars.readingsWithoutGain;
  }

  async run(): Promise<LoopResult> {
    this.#started = this.#host.now();
    this.#stepsAtStart = this.#step;
    let order = this.#epochOrder();
    while (this.#step < this.#schedule.totalSteps) {
      if (this.#step % this.#stepsPerEpoch === 0) order = this.#epochOrder();
      await this.#trainStep(order);
      this.#endWhenAsked();
      await this.#afterStep();
    }
    await this.#validate();
    return {
      workers: this.#learner.workers ?? 1,
      workersLost: this.#learner.workersLost ?? 0,
      steps: this.#step,
      epochs: this.#step / this.#stepsPerEpoch,
      validationLoss: this.#validationLoss,
      stopped: this.#stopped,
    };
  }

  get #epoch(): number {
    return Math.floor(this.#step / this.#stepsPerEpoch);
  }

  /** The rows in this epoch's order: seeded by the epoch, so that a resumed run sees the same. */
  #epochOrder(): Uint32Array {
    const { fit, rehearsal } = this.#rows;
    const { seed } = this.#settings;
    const shuffled = permutation(fit.length, new RandomStream(seed, `epoch ${this.#epoch}`));
    const own = shuffled.map((place) => fit[place]);
    const random = new RandomStream(seed, `rehearsal ${this.#epoch}`);
    return rehearsal?.mix(own, this.#progress, random) ?? own;
  }

  /** Of the steps that were planned, up to the beginning of this epoch. */
  get #progress(): number {
    return (this.#epoch * this.#stepsPerEpoch) / this.#model.recipe.steps;
  }

  async #trainStep(order: Uint32Array): Promise<void> {
    const start = (this.#step % this.#stepsPerEpoch) * this.#batchSize;
    const rows = order.subarray(start, start + this.#batchSize);
    this.#step++;
    const rate = this.#schedule.rate(this.#step);
    this.#meter.add(await this.#learner.step(rows, rate, this.#step), rows.length);
  }

  /** Nobody waits for a training that gains no more; a person and a time limit wait even for its tail. */
  #endWhenAsked(): void {
    if (this.#stopped === 'by-user' || this.#stopped === 'time-limit') return;
    if (this.#host.wantsStop()) this.#end('by-user', 'quick');
    else if (this.#reachesTimeLimit()) this.#end('time-limit', 'quick');
    else if (!this.#schedule.isEnding && this.#readingsWithoutGain >= this.#model.recipe.patience) {
      this.#end('no-gain', 'unhurried');
    }
  }

  #reachesTimeLimit(): boolean {
    const tail = this.#schedule.tailLength(this.#step, 'quick');
    return this.#seconds + this.#secondsFor(tail) >= (this.#settings.maxSeconds ?? Number.POSITIVE_INFINITY);
  }

  #end(reason: LoopResult['stopped'], haste: Haste): void {
    this.#schedule.end(this.#step, haste);
    this.#stopped = reason;
  }

  async #afterStep(): Promise<void> {
    const mayValidate = this.#step % Math.min(this.#stepsPerEpoch, mostStepsUnchecked) === 0;
    const validates = mayValidate && this.#step < this.#schedule.totalSteps;
    if (validates) await this.#validate();
    if (this.#step % this.#learner.stepsPerReading === 0 || validates) {
      this.#loss = await this.#meter.read();
      this.#report(validates ? this.#validationLoss : null);
    }
    await this.#host.breathe();
    await this.#host.onInterval({
      publish: () => this.#learner.publish(false),
      takeCheckpoint: () => this.#takeCheckpoint(),
    });
  }

  async #takeCheckpoint(): Promise<Checkpoint> {
    await this.#learner.publish(true);
    return takeCheckpoint(this.#model.network, this.#step, this.#epoch, {
      ...this.#schedule.save(),
      best: this.#best,
      readingsWithoutGain: this.#readingsWithoutGain,
    });
  }

  /** Mean validation loss in nats per row; keeps count of readings that brought no gain. */
  async #validate(): Promise<void> {
    const { validation, rehearsal } = this.#rows;
    const meter = new LossMeter();
    for (let start = 0; start < validation.length; start += validationBatchRows) {
      const rows = validation.subarray(start, start + validationBatchRows);
      meter.add(await this.#learner.loss(rows), rows.length);
      await this.#host.breathe();
    }
    this.#validationLoss = await meter.read();
    if (this.#validationLoss < this.#best) {
      this.#best = this.#validationLoss;
      this.#readingsWithoutGain = 0;
    } else if (this.#validationLoss > this.#best * tolerance && !rehearsal?.isTakingOver(this.#progress)) {
      this.#readingsWithoutGain++;
    }
  }

  #report(validationLoss: number | null): void {
    const steps = this.#step - this.#stepsAtStart;
    this.#host.onSteps({
      step: this.#step,
      totalSteps: this.#schedule.totalSteps,
      epoch: this.#epoch,
      epochs: Math.ceil(this.#schedule.totalSteps / this.#stepsPerEpoch),
      loss: this.#loss,
      validationLoss,
      rowsPerSecond: (steps * this.#batchSize) / this.#seconds,
      secondsLeft: this.#secondsFor(this.#schedule.totalSteps - this.#step),
      workers: (this.#learner.workers ?? 1) - (this.#learner.workersLost ?? 0),
      isAnnealing: this.#schedule.isEnding,
    });
  }

  get #seconds(): number {
    return (this.#host.now() - this.#started) / 1000;
  }

  #secondsFor(steps: number): number {
    return (steps * this.#seconds) / Math.max(1, this.#step - this.#stepsAtStart);
  }
}
