import { matMul, randomUniform, type Rank, tidy } from '@tensorflow/tfjs-core';
import { parseArgs } from 'node:util';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../src/engine/backend/prepare-backend';
import { encodeTable } from '../src/engine/encode/encode-table';
import { type AutoregressiveModel, createModel } from '../src/engine/models/autoregressive/model';
import type { Batch } from '../src/engine/models/autoregressive/network';
import { RandomStream } from '../src/engine/random';
import { adamStep } from '../src/engine/train/adam';
import { median } from './quality/results-table';
import { makeCensus } from './training/made-up-census';
import { operationsPerRow } from './training/operations';
import { StockNetwork } from './training/stock-step';

const rows = 32_561;
const learningRate = 3e-3;

/** What one round measured: seconds of each way's steps, and the products' ceiling. */
interface Round {
  readonly own: number;
  readonly stock: number;
  readonly gigaflops: number;
}

/**
 * `npm run bench training [-- --rounds N --steps N]`: rows per second of our training step on WASM in Node, and of
 * the same network written with TF.js's automatic gradients and its Adam, taking turns in one run; and which share our
 * step reaches of what the machine does in plain matrix products. The table is made up, in Adult's shape. Medians of
 * the rounds. Both ways run on the repaired slice.
 */
export async function run(args: string[]): Promise<void> {
  const options = {
    rounds: { type: 'string', default: '5' },
    steps: { type: 'string', default: '20' },
  } as const;
  const { values } = parseArgs({ args, options });
  const steps = Number(values.steps);
  await prepareBackend('wasm', embeddedMeans);
  const model = makeModel();
  const stock = new StockNetwork(model.network, learningRate);
  const ways = { own: new OwnSteps(model), stock: new StockSteps(model, stock) };
  await checkSameLoss(ways);

  const rounds: Round[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    rounds.push({
      own: await ways.own.time(steps),
      stock: await ways.stock.time(Math.max(2, Math.round(steps / 4))),
      gigaflops: await measureCeiling(),
    });
  }
  report(model, rounds);
}

function makeModel(): AutoregressiveModel {
  const options = { minCategoryRows: 5 };
  const encoded = encodeTable(makeCensus(rows, 1), options, new RandomStream(1, 'encode'));
  return createModel(encoded, { makers: new Map(), ranges: [] }, rows, 'balanced', 1);
}

/** One way of training, on rows of its own choosing. */
abstract class Steps {
  protected readonly model: AutoregressiveModel;
  #step = 0;

  constructor(model: AutoregressiveModel) {
    this.model = model;
  }

  /** Trains on a batch as the `step`th step, counted from 1; the mean loss per row, nats. */
  protected abstract train(batch: Batch, step: number): Promise<number>;

  /** Takes one step, making the batch included; its loss. */
  async takeStep(): Promise<number> {
    const { builder, encoded, recipe } = this.model;
    const start = (this.#step * recipe.batchSize) % (rows - recipe.batchSize);
    this.#step++;
    const places = Uint32Array.from({ length: recipe.batchSize }, (_, i) => start + i);
    const batch = builder.build(encoded.columns, places, null);
    const loss = await this.train(batch, this.#step);
    batch.inputs.dispose();
    for (const inputs of batch.sourceInputs) inputs.dispose();
    return loss;
  }

  /** Seconds per step. */
  async time(steps: number): Promise<number> {
    const start = performance.now();
    for (let i = 0; i < steps; i++) await this.takeStep();
    return (performance.now() - start) / 1000 / steps;
  }
}

class OwnSteps extends Steps {
  protected override train(batch: Batch, step: number): Promise<number> {
    const { network } = this.model;
    const { gradients, loss } = network.gradientStep(batch);
    network.parameters.forEach((parameter, i) => adamStep(parameter, gradients[i], learningRate, step));
    for (const gradient of gradients) gradient.dispose();
    return Promise.resolve((loss as number) / batch.rows);
  }
}

class StockSteps extends Steps {
  readonly #stock: StockNetwork;

  constructor(model: AutoregressiveModel, stock: StockNetwork) {
    super(model);
    this.#stock = stock;
  }

  protected override async train(batch: Batch): Promise<number> {
    const loss = this.#stock.step(batch);
    const [value] = await loss.data();
    loss.dispose();
    return value;
  }
}

/** A few steps from the same weights on the same rows must go the same way, or the comparison means nothing. */
async function checkSameLoss({ own, stock }: { own: Steps; stock: Steps }): Promise<void> {
  for (let step = 1; step <= 3; step++) {
    const [a, b] = [await own.takeStep(), await stock.takeStep()];
    if (!(Math.abs(a - b) < 0.01 * b)) {
      throw new Error(`The two ways part at step ${step}: losses ${a.toFixed(4)} and ${b.toFixed(4)}.`);
    }
  }
}

/** The most that plain products of a few sizes reach, in 10⁹ operations per second. */
async function measureCeiling(): Promise<number> {
  let best = 0;
  for (const [m, k, n] of [
    [256, 256, 256],
    [256, 512, 512],
    [512, 512, 512],
  ]) {
    const left = randomUniform<Rank.R2>([m, k]);
    const right = randomUniform<Rank.R2>([k, n]);
    const repeats = Math.ceil(4e8 / (m * k * n));
    const seconds: number[] = [];
    for (let round = 0; round < 4; round++) {
      const start = performance.now();
      for (let i = 0; i < repeats; i++) tidy(() => void matMul(left, right));
      seconds.push((performance.now() - start) / 1000 / repeats);
    }
    await right.data();
    best = Math.max(best, (2 * m * k * n) / Math.min(...seconds) / 1e9);
    left.dispose();
    right.dispose();
  }
  return best;
}

function report({ network, recipe }: AutoregressiveModel, rounds: readonly Round[]): void {
  const { plan } = network;
  const own = median(rounds.map((round) => round.own));
  const stock = median(rounds.map((round) => round.stock));
  const ceiling = median(rounds.map((round) => round.gigaflops));
  const ratio = median(rounds.map((round) => round.stock / round.own));
  const operations = operationsPerRow(plan) * recipe.batchSize;
  const line = (name: string, seconds: number) => {
    const gigaflops = operations / seconds / 1e9;
    const rate = Math.round(recipe.batchSize / seconds);
    return `| ${name} | ${rate} | ${(1000 * seconds).toFixed(1)} | ${gigaflops.toFixed(1)} | ${(100 * (gigaflops / ceiling)).toFixed(0)} % |`;
  };
  console.log(
    [
      `${plan.columns.length} columns, ${plan.inputWidth} inputs, ${plan.options.hidden} hidden, ${plan.outputWidth} outputs, ${plan.targetWidth} targets, ${network.parameterCount} trained weights; batches of ${recipe.batchSize}; ${(operations / 1e6).toFixed(0)} million operations in a step's products; medians of ${rounds.length} rounds.`,
      '',
      '| training step | rows/s | ms | GFLOP/s | of the ceiling |',
      '| --- | ---: | ---: | ---: | ---: |',
      line('ours', own),
      line('TF.js gradients and Adam', stock),
      '',
      `Ours is ${ratio.toFixed(1)} times as fast. Ceiling of plain products here: ${ceiling.toFixed(1)} GFLOP/s.`,
    ].join('\n'),
  );
}
