import type { ColumnProfile } from '../analyze/profile';
import { isNumericKind } from '../schema';
import type { Preset, TrainingSettings } from './types';

/** What training will need, told before it starts. An estimate: within a factor of two on common machines. */
export interface TrainingEstimate {
  /** Seconds on one processor core with WebAssembly; a graphics card is usually faster. */
  readonly seconds: number;
  readonly memoryBytes: number;
  /** Rows and columns the model would learn from, and the codes all columns have together. */
  readonly rows: number;
  readonly columns: number;
  readonly codes: number;
}

/** The part of a profile that decides the size of the work. */
export type SizedColumn = Pick<ColumnProfile, 'schema' | 'rowCount' | 'distinctCount'>;

/** Codes of a numeric column that has more distinct values than this (quantile cells and spikes). */
const mostNumericCodes = 130;
const mostHoldoutRows = 5000;
const passes: Record<Preset, number> = { fast: 3, balanced: 8, best: 16 };

/** Multiply-adds count twice, forward and backward make three passes over the weights. */
const operationsPerWeight = 6;
const operationsPerSecond = 25e9;
const secondsPerStep = 0.002;
const rowsPerStep = 256;
const secondsToPrepare = 2;
const baseMemoryBytes = 120e6;

/**
 * Time and memory from rows, columns and codes alone. Dropped columns, identifiers and free text are not learnt.
 * Units: see TrainingEstimate. Never throws; an empty table costs the preparation only.
 */
export function estimateTraining(
  profiles: readonly SizedColumn[],
  settings: Pick<TrainingSettings, 'preset' | 'holdoutShare' | 'maxSeconds'>,
): TrainingEstimate {
  const learnt = profiles.filter(isLearnt);
  const allRows = profiles[0]?.rowCount ?? 0;
  const rows = allRows - Math.min(Math.floor(allRows * settings.holdoutShare), mostHoldoutRows);
  const codes = learnt.reduce((sum, column) => sum + codesOf(column), 0);
  const weights = countWeights(learnt.length, codes);
  const seen = rows * passes[settings.preset];
  const training = (seen * weights * operationsPerWeight) / operationsPerSecond;
  const seconds = secondsToPrepare + training + (seen / rowsPerStep) * secondsPerStep;
  return {
    seconds: Math.min(seconds, settings.maxSeconds ?? Infinity),
    memoryBytes: baseMemoryBytes + allRows * profiles.length * 12 + weights * 16,
    rows,
    columns: learnt.length,
    codes,
  };
}

function isLearnt({ schema }: SizedColumn): boolean {
  return schema.role !== 'drop' && schema.kind !== 'identifier' && schema.kind !== 'text';
}

function codesOf({ schema, distinctCount }: SizedColumn): number {
  return 1 + (isNumericKind(schema.kind) ? Math.min(distinctCount, mostNumericCodes) : distinctCount);
}

/** A residual network about 44 units per column wide, half its weights masked away but computed all the same. */
function countWeights(columns: number, codes: number): number {
  const width = Math.min(1024, Math.max(256, 44 * columns));
  return codes * width * 2 + width * width + (codes * codes) / 2;
}
