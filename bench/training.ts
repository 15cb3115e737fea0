import { matMul, randomUniform, type Rank, tidy } from '@tensorflow/tfjs-core';
import { parseArgs } from 'node:util';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../src/engine/backend/prepare-backend';
import { encodeTable } from '../src/engine/encode/encode-table';
import { Arena } from '../src/engine/kernels/arena';
import { compileKernels } from '../src/engine/kernels/kernels';
import { type AutoregressiveModel, createModel } from '../src/engine/models/autoregressive/model';
import { layOut } from '../src/engine/models/autoregressive/native/layout';
import { RandomStream } from '../src/engine/random';
import { NativeLearner } from '../src/engine/train/native-learner';
import { median } from './quality/results-table';
import { makeCensus } from './training/made-up-census';
import { keptOperationsPerRow, madeOperationsPerRow, operationsPerRow } from './training/operations';
import { StockNetwork } from './training/stock-step';

const rows = 32_561;
const learningRate = 3e-3;
/** Table rows, inputs, outputs. */
const productSizes = [
  [256, 256, 256],
  [256, 512, 512],
  [512, 512, 512],
] as const;

/** What one round measured: seconds of each way's steps, and what plain products reach, in 10⁹ operations per second. */
interface Round {
  readonly own: number;
  readonly stock: number;
  readonly ownCeiling: number;
  readonly stockCeiling: number;
}

/**
 * `npm run bench training [-- --rounds N --steps N]`: rows per second of our training step in Node, one worker, and of
 * the same network written with TF.js's automatic gradients and its Adam on WASM, taking turns in one run; and which
 * share our step reaches of what the machine does in plain matrix products. The table is made up, in Adult's shape.
 * Medians of the rounds. TF.js runs with its slice repaired (wasm-slice.ts), which it gains from.
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
  const { batchSize } = model.recipe;
  const { module, variant } = await compileKernels();
  const ways = {
    own: new OwnSteps(model, await NativeLearner.create({ model, batchSize, seed: 1 })),
    stock: new StockSteps(model, new StockNetwork(model.network, learningRate)),
  };
  await checkSameLoss(ways);
  await ways.own.time(3 * steps);

  const rounds: Round[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    rounds.push({
      own: await ways.own.time(4 * steps),
      stock: await ways.stock.time(Math.max(2, Math.round(steps / 4))),
      ownCeiling: measureKernels(module),
      stockCeiling: await measureTensors(),
    });
  }
  report(model, variant, rounds);
}

function makeModel(): AutoregressiveModel {
  const options = { minCategoryRows: 5 };
  const encoded = encodeTable(makeCensus(rows, 1), options, new RandomStream(1, 'encode'));
  return createModel(encoded, { makers: new Map(), ranges: [] }, rows, 'balanced', 1);
}

/** One way of training, batch after batch through the table. */
abstract class Steps {
  protected readonly model: AutoregressiveModel;
  #step = 0;

  constructor(model: AutoregressiveModel) {
    this.model = model;
  }

  /** Trains on these rows as the `step`th step, counted from 1; the mean loss per row, nats. */
  protected abstract train(batch: Uint32Array, step: number): Promise<number>;

  /** Takes one step, making the batch included; its loss. */
  takeStep(): Promise<number> {
    const { batchSize } = this.model.recipe;
    const start = (this.#step * batchSize) % (rows - batchSize);
    this.#step++;
    return this.train(
      Uint32Array.from({ length: batchSize }, (_, i) => start + i),
      this.#step,
    );
  }

  /** Seconds per step. */
  async time(steps: number): Promise<number> {
    const start = performance.now();
    for (let i = 0; i < steps; i++) await this.takeStep();
    return (performance.now() - start) / 1000 / steps;
  }
}

class OwnSteps extends Steps {
  readonly #learner: NativeLearner;

  constructor(model: AutoregressiveModel, learner: NativeLearner) {
    super(model);
    this.#learner = learner;
  }

  protected override async train(batch: Uint32Array, step: number): Promise<number> {
    return (await this.#learner.step(batch, learningRate, step)) / batch.length;
  }
}

class StockSteps extends Steps {
  readonly #stock: StockNetwork;

  constructor(model: AutoregressiveModel, stock: StockNetwork) {
    super(model);
    this.#stock = stock;
  }

  protected override async train(rows: Uint32Array): Promise<number> {
    const batch = this.model.builder.build(this.model.learnt.columns, rows, null);
    const loss = this.#stock.step(batch);
    const [value] = await loss.data();
    loss.dispose();
    batch.inputs.dispose();
    for (const inputs of batch.sourceInputs) inputs.dispose();
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

/** The most that TF.js's plain products of a few sizes reach. */
async function measureTensors(): Promise<number> {
  let best = 0;
  for (const [m, k, n] of productSizes) {
    const left = randomUniform<Rank.R2>([m, k]);
    const right = randomUniform<Rank.R2>([k, n]);
    const multiply = () => tidy(() => void matMul(left, right));
    best = Math.max(best, gigaflopsOf(multiply, m, k, n));
    await right.data();
    left.dispose();
    right.dispose();
  }
  return best;
}

/** The most that the kernels' own product reaches when no mask leaves anything out. */
function measureKernels(module: WebAssembly.Module): number {
  const best = productSizes.map(([rows, units, outputs]) => {
    const arena = new Arena(module);
    const groups = outputs / 4;
    const starts = arena.place(Int32Array.from({ length: groups }, (_, group) => 4 * group * units));
    const reach = arena.place(new Int32Array(groups).fill(units));
    const weights = arena.take(units * outputs);
    const stride = 4 * (rows + 16);
    const inputs = arena.take(units * (rows + 16));
    const results = arena.take(outputs * (rows + 16));
    const panel = arena.take(8 * units);
    const multiply = () =>
      arena.kernels.forward(weights, starts, reach, groups, inputs, results, stride, rows, panel);
    return gigaflopsOf(multiply, rows, units, outputs);
  });
  return Math.max(...best);
}

/** The best of several turns, in 10⁹ operations per second. */
function gigaflopsOf(multiply: () => void, m: number, k: number, n: number): number {
  const repeats = Math.ceil(4e8 / (m * k * n));
  const seconds: number[] = [];
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    for (let i = 0; i < repeats; i++) multiply();
    seconds.push((performance.now() - start) / 1000 / repeats);
  }
  return (2 * m * k * n) / Math.min(...seconds) / 1e9;
}

function report({ network, recipe }: AutoregressiveModel, variant: string, rounds: readonly Round[]): void {
  const { plan, degrees } = network;
  const of = (measure: (round: Round) => number) => median(rounds.map(measure));
  const [own, stock] = [of((round) => round.own), of((round) => round.stock)];
  const [ownCeiling, stockCeiling] = [of((round) => round.ownCeiling), of((round) => round.stockCeiling)];
  const dense = operationsPerRow(plan) * recipe.batchSize;
  const layout = layOut(plan, degrees);
  const made = madeOperationsPerRow(layout) * recipe.batchSize;
  const kept = keptOperationsPerRow(layout) * recipe.batchSize;
  const line = (name: string, seconds: number, operations: number, ceiling: number) => {
    const gigaflops = operations / seconds / 1e9;
    const cells = [
      name,
      Math.round(recipe.batchSize / seconds),
      (1000 * seconds).toFixed(1),
      (operations / 1e6).toFixed(0),
      gigaflops.toFixed(1),
      ceiling.toFixed(1),
      `${(100 * (gigaflops / ceiling)).toFixed(0)} %`,
    ];
    return `| ${cells.join(' | ')} |`;
  };
  console.log(
    [
      `${plan.columns.length} columns, ${plan.inputWidth} inputs, ${plan.options.hidden} hidden, ${plan.outputWidth} outputs, ${plan.targetWidth} targets, ${network.parameterCount} trained weights; batches of ${recipe.batchSize}; kernels: ${variant}; medians of ${rounds.length} rounds.`,
      '',
      '| training step | rows/s | ms | million operations in products | GFLOP/s | ceiling of its plain products | share |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      line('ours, products made', own, made, ownCeiling),
      line('ours, products that the masks leave', own, kept, ownCeiling),
      line('TF.js gradients and Adam', stock, dense, stockCeiling),
      '',
      `Ours is ${of((round) => round.stock / round.own).toFixed(1)} times as fast.`,
    ].join('\n'),
  );
}
