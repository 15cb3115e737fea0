import { getBackend } from '@tensorflow/tfjs-core';
import { findDependencies } from '../../encode/dependencies';
import type { EncodedTable } from '../../encode/encode-table';
import { UserError } from '../../errors';
import { RandomStream } from '../../random';
import type { Preset } from '../../train/types';
import type { TableModel } from '../table-model';
import { BatchBuilder } from './batch-builder';
import { NativeSampler } from './native/native-sampler';
import { Network } from './network';
import { type ColumnPlan, frequentCodes, longLine, planNetwork } from './plan';
import { findRelatedColumns } from './related-columns';
import { Sampler } from './sampler';
import { initialSourceWeights } from './source-weights';
import { chooseRecipe, type Recipe } from './recipe';

/** A network, the codes it speaks in, and the makers of what it does not learn. */
export interface AutoregressiveModel extends TableModel {
  readonly kind: 'autoregressive';
  readonly network: Network;
  readonly builder: BatchBuilder;
  readonly recipe: Recipe;
}

/** Builds an untrained model for a table of codes. */
export function createModel(
  encoded: EncodedTable,
  { makers, ranges }: Pick<AutoregressiveModel, 'makers' | 'ranges'>,
  fitRows: number,
  preset: Preset,
  seed: number,
): AutoregressiveModel {
  checkCodeCounts(encoded);
  const longLines = encoded.columns.filter(({ codec }) => codec.ordered > longLine).length;
  const recipe = chooseRecipe(fitRows, longLines, preset);
  const related = findRelatedColumns(encoded);
  const dependencies = findDependencies(encoded);
  const columns = encoded.columns.map(({ codec, copySources, base }, index) => ({
    codes: codec,
    copies: copySources.length,
    frequent: frequentCodes(codec, base),
    related: related[index],
    dependencies: dependencies[index],
  }));
  const plan = planNetwork(columns, encoded.order, recipe.network);
  const marginals = new Float32Array(plan.targetWidth);
  for (const column of plan.columns) {
    marginals.set(logMarginals(encoded.columns[column.index].target, column.targets), column.targetStart);
  }
  const initial = {
    logMarginals: marginals,
    sourceWeights: (column: ColumnPlan) => initialSourceWeights(column, encoded),
  };
  const network = new Network(plan, initial, new RandomStream(seed, 'weights'));
  const builder = new BatchBuilder(plan);
  return {
    kind: 'autoregressive',
    encoded,
    makers,
    ranges,
    dependencies,
    network,
    builder,
    recipe,
    parameterCount: network.parameterCount,
    sampler: () => (getBackend() === 'wasm' ? new NativeSampler(network) : new Sampler(network, builder)),
    dispose: () => network.dispose(),
  };
}

export function isAutoregressive(model: TableModel): model is AutoregressiveModel {
  return model.kind === 'autoregressive';
}

/** Log share of each target, half a row added to each. */
function logMarginals(targets: Int32Array, count: number): Float32Array {
  const shares = new Float32Array(count).fill(0.5);
  for (const target of targets) shares[target]++;
  const total = targets.length + 0.5 * count;
  return shares.map((share) => Math.log(share / total));
}

/** The network has an input and an output for each category: memory grows with the square of their number. */
const mostCategories = 5_000;

function checkCodeCounts(encoded: EncodedTable): void {
  for (const { column, codec } of encoded.columns) {
    if (codec.size <= mostCategories) continue;
    throw new UserError(
      `Column "${column.schema.name}" has ${codec.size} categories to release, and ${mostCategories} are the most: make it ` +
        'an identifier or free text, drop it, or ask for more rows per category.',
    );
  }
}
