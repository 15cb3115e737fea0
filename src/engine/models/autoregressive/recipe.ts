import type { Preset } from '../../train/types';
import type { NetworkOptions } from './plan';

/** How large a network and how long a training suits a table. */
export interface Recipe {
  readonly network: NetworkOptions;
  readonly batchSize: number;
  readonly epochs: number;
  readonly learningRate: number;
}

/** Scales of width and length by preset. */
const presets: Readonly<Record<Preset, { readonly width: number; readonly length: number }>> = {
  fast: { width: 0.5, length: 0.4 },
  balanced: { width: 1, length: 1 },
  best: { width: 1.5, length: 1.5 },
};

/**
 * The recipe follows from the table's size alone (docs/model.md): width grows with the square root of the number of
 * different codes, batches shrink with small tables so that there are enough steps.
 * @param rows rows to fit
 * @param targets codes of all columns together
 */
export function chooseRecipe(rows: number, targets: number, preset: Preset): Recipe {
  const scale = presets[preset];
  const hidden = clamp(64 * Math.round((scale.width * Math.sqrt(targets) * 11) / 64), 64, 768);
  const batchSize = clamp(2 ** Math.round(Math.log2(rows / 40)), 16, 256);
  const epochs = Math.max(2, Math.round(8 * scale.length));
  return { network: { hidden, blocks: 1, dropout: 0.1 }, batchSize, epochs, learningRate: 2e-3 };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
