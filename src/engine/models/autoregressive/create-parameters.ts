import type { RandomStream } from '../../random';
import { Parameter } from './parameter';
import { type ColumnPlan, type NetworkPlan, sourceName } from './plan';

/** Degrees of the hidden units: 0 … columns−2, spread evenly and ascending. A unit sees the columns of rank up to its degree. */
export function hiddenDegrees(hidden: number, columns: number): Int32Array {
  const distinct = Math.max(1, columns - 1);
  return Int32Array.from({ length: hidden }, (_, unit) => Math.floor((unit * distinct) / hidden));
}

/** Where training starts. */
export interface InitialValues {
  /** Output bias: one per target, the log share of rows. */
  readonly logMarginals: Float32Array;
  /** Direct connections of a column with sources (source-weights.ts). */
  sourceWeights(column: ColumnPlan): Float32Array;
}

/** All weights and biases of the network, by name: `input`, `block0` …, `output`, each with its `…Bias`, and `sources…`. */
export function createParameters(
  plan: NetworkPlan,
  degrees: Int32Array,
  initial: InitialValues,
  random: RandomStream,
): Parameter[] {
  const { hidden, blocks } = plan.options;
  const inputRanks = spreadRanks(plan.columns, plan.inputWidth, 'input');
  const outputRanks = spreadRanks(plan.columns, plan.outputWidth, 'output');
  const upTo = (a: number, b: number) => a <= b;
  const below = (a: number, b: number) => a < b;
  const weights = (name: string, scale: number, from: Int32Array, to: Int32Array, sees: typeof upTo) => {
    const values = Float32Array.from({ length: from.length * to.length }, () => scale * random.normal());
    return new Parameter(name, values, [from.length, to.length], maskOf(from, to, sees));
  };
  const bias = (name: string, values: Float32Array) => new Parameter(name, values, [1, values.length], null);
  const blockParameters = Array.from({ length: blocks }, (_, layer) => [
    weights(`block${layer}`, 1.4 / Math.sqrt(hidden), degrees, degrees, upTo),
    bias(`block${layer}Bias`, new Float32Array(hidden)),
  ]).flat();
  return [
    weights('input', 1 / Math.sqrt(Math.max(1, plan.columns.length)), inputRanks, degrees, upTo),
    bias('inputBias', new Float32Array(hidden)),
    ...blockParameters,
    weights('output', 0.3 * Math.sqrt(0.1 / hidden), degrees, outputRanks, below),
    bias('outputBias', initial.logMarginals),
    ...sourceParameters(plan, initial),
  ];
}

function sourceParameters(plan: NetworkPlan, initial: InitialValues): Parameter[] {
  return plan.columns
    .filter((column) => column.sources.length > 0)
    .map((column) => {
      const values = initial.sourceWeights(column);
      const shape = [values.length / column.outputWidth, column.outputWidth] as const;
      return new Parameter(sourceName(column), values, shape, null);
    });
}

function spreadRanks(columns: readonly ColumnPlan[], width: number, side: 'input' | 'output'): Int32Array {
  const ranks = new Int32Array(width);
  for (const column of columns) {
    const start = side === 'input' ? column.inputStart : column.outputStart;
    ranks.fill(column.rank, start, start + (side === 'input' ? column.inputWidth : column.outputWidth));
  }
  return ranks;
}

function maskOf(from: Int32Array, to: Int32Array, sees: (a: number, b: number) => boolean): Uint8Array {
  const mask = new Uint8Array(from.length * to.length);
  for (let i = 0; i < from.length; i++) {
    for (let j = 0; j < to.length; j++) mask[i * to.length + j] = sees(from[i], to[j]) ? 1 : 0;
  }
  return mask;
}
