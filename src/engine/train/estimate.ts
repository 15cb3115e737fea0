import type { ColumnProfile } from '../analyze/profile';
import { chooseSizes, mostWholeCategories } from '../encode/factorise/group-sizes';
import { chooseRecipe } from '../models/autoregressive/recipe';
import { rowsToCorrelate } from '../models/gaussian-copula/gaussian-copula-model';
import type { ModelKind } from '../models/table-model';
import { isNumericKind } from '../schema';
import type { Preset, TrainingSettings } from './types';

/** What training will need, told before it starts. An estimate: within a factor of two on common machines. */
export interface TrainingEstimate {
  /** Seconds on one processor core with WebAssembly; a graphics card is usually faster on large tables. */
  readonly seconds: number;
  readonly memoryBytes: number;
  /** Rows and columns the model would learn from, and the codes all columns have together. */
  readonly rows: number;
  readonly columns: number;
  readonly codes: number;
}

/** The part of a profile that decides the size of the work. */
export type SizedColumn = Pick<ColumnProfile, 'schema' | 'rowCount' | 'distinctCount'>;

/** What one column adds to the network. */
interface ColumnSize {
  readonly codes: number;
  readonly inputs: number;
  readonly outputs: number;
  /** Long lines: a column of very many categories has two, its groups and its members. */
  readonly lines: number;
  /** Weights from its groups straight to its members. */
  readonly direct: number;
}

/** Codes of a numeric column that has more distinct values than this (quantile cells and spikes). */
const mostNumericCodes = 130;
const mostHoldoutRows = 5000;

/** A line of more codes enters and leaves by hat functions: their numbers, and some codes of its own (plan.ts). */
const longLine = 33;
const coarserHats = 3 + 5 + 9 + 17 + 33;
const hats = { inputs: 33 + 9, outputs: coarserHats + 65 };
const frequentCodes = 10;
const hatInputs = hats.inputs + frequentCodes;
const hatOutputs = hats.outputs + frequentCodes;
const relatedColumns = 3;

/** Multiply-adds count twice, and forward and backward make three passes over the weights. */
const operationsPerWeight = 6;
const operationsPerSecond = 40e9;
/** What the masks leave of the hidden and output layers' products (native/layout.ts). */
const keptShare = 0.7;
const secondsPerStep = 0.0006;
const secondsPerStepAndColumn = 0.00012;
const secondsToPrepare = 1;
const baseMemoryBytes = 120e6;
const bytesPerCell = 12;
/** The weight, its gradient and two moments. */
const bytesPerWeight = 16;

/** Of the baselines, in plain JavaScript: multiply-adds a second, and a copula's matrices of a number a pair. */
const plainProductsPerSecond = 1e9;
const matricesPerCopula = 5;
const bytesPerNumber = 8;

/**
 * Time and memory from rows, columns and codes alone. Dropped columns, identifiers and free text are not learnt.
 * Units: see TrainingEstimate. Never throws; an empty table costs the preparation only.
 */
export function estimateTraining(
  profiles: readonly SizedColumn[],
  settings: Pick<TrainingSettings, 'model' | 'preset' | 'holdoutShare' | 'maxSeconds'>,
): TrainingEstimate {
  const sizes = profiles.filter(isLearnt).map(sizeOf);
  const allRows = profiles[0]?.rowCount ?? 0;
  const rows = allRows - Math.min(Math.floor(allRows * settings.holdoutShare), mostHoldoutRows);
  const work = workOf[settings.model](sizes, rows, settings.preset);
  return {
    seconds: Math.min(secondsToPrepare + work.seconds, settings.maxSeconds ?? Infinity),
    memoryBytes: baseMemoryBytes + allRows * profiles.length * bytesPerCell + work.bytes,
    rows,
    columns: sizes.length,
    codes: sizes.reduce((sum, size) => sum + size.codes, 0),
  };
}

/** What learning takes beyond preparing the table. */
interface Work {
  readonly seconds: number;
  readonly bytes: number;
}

const workOf: Readonly<
  Record<ModelKind, (sizes: readonly ColumnSize[], rows: number, preset: Preset) => Work>
> = {
  autoregressive: networkWork,
  'gaussian-copula': copulaWork,
  independent: () => ({ seconds: 0, bytes: 0 }),
};

function networkWork(sizes: readonly ColumnSize[], rows: number, preset: Preset): Work {
  const recipe = chooseRecipe(
    Math.max(1, rows),
    { columns: sizes.length, longLines: countLines(sizes) },
    preset,
  );
  const { hidden, blocks } = recipe.network;
  const weights = sizes.length > 0 ? countWeights(sizes, hidden, blocks) : 0;
  const { batchSize, members } = recipe;
  const steps = members * recipe.steps;
  const products =
    (steps * batchSize * countProducts(sizes, hidden, blocks) * operationsPerWeight) / operationsPerSecond;
  const calls = steps * (secondsPerStep + secondsPerStepAndColumn * sizes.length);
  return { seconds: products + calls, bytes: members * weights * bytesPerWeight };
}

/** The sums of products, and mending and factoring the matrix: some ten products for each three columns. */
function copulaWork(sizes: readonly ColumnSize[], rows: number): Work {
  const pairs = sizes.length ** 2 / 2;
  const products = pairs * rowsToCorrelate(rows, sizes.length) + 10 * pairs * Math.min(sizes.length, 400);
  return {
    seconds: products / plainProductsPerSecond,
    bytes: matricesPerCopula * 2 * pairs * bytesPerNumber,
  };
}

function isLearnt({ schema }: SizedColumn): boolean {
  return schema.role !== 'drop' && schema.kind !== 'identifier' && schema.kind !== 'text';
}

function sizeOf({ schema, distinctCount }: SizedColumn): ColumnSize {
  const numeric = isNumericKind(schema.kind);
  const codes = 1 + (numeric ? Math.min(distinctCount, mostNumericCodes) : distinctCount);
  if (!numeric && distinctCount > mostWholeCategories) return sizeOfParts(distinctCount);
  if (!numeric || codes <= longLine) return { codes, inputs: codes, outputs: codes, lines: 0, direct: 0 };
  return { codes, inputs: hatInputs, outputs: hatOutputs, lines: 1, direct: 0 };
}

/** Of a column learnt as groups and members (factorise/learnt-table.ts). */
function sizeOfParts(categories: number): ColumnSize {
  const { groups, mostMembers } = chooseSizes(categories);
  const each = groups + mostMembers;
  return {
    codes: 1 + categories,
    inputs: 2 * hats.inputs + each,
    outputs: 2 * hats.outputs + each,
    lines: 2,
    direct: groups * mostMembers,
  };
}

function countLines(sizes: readonly ColumnSize[]): number {
  return sizes.reduce((sum, { lines }) => sum + lines, 0);
}

/** Inputs to hidden, the blocks, hidden to outputs, and the related columns' direct connections. */
function countWeights(sizes: readonly ColumnSize[], hidden: number, blocks: number): number {
  const ends = sizes.reduce((sum, size) => sum + size.inputs + size.outputs, 0);
  const direct = sizes.reduce((sum, size) => sum + size.direct, 0);
  const related = countLines(sizes) * relatedColumns * hatInputs * hatOutputs;
  return ends * hidden + blocks * hidden * hidden + related + direct;
}

/**
 * Weights that a row is multiplied by. Inputs are looked up, coarser hats are folded into the finest (native/output-weights.ts),
 * and what the masks forbid is left out.
 */
function countProducts(sizes: readonly ColumnSize[], hidden: number, blocks: number): number {
  const outputs = sizes.reduce((sum, size) => sum + size.outputs - coarserHats * size.lines, 0);
  return keptShare * hidden * (outputs + blocks * hidden);
}
