import { getBackend } from '@tensorflow/tfjs-core';
import type { CodeSet } from '../../encode/code-set';
import { type Decision, dependenciesOf, type Dependency, findDecisions } from '../../encode/dependencies';
import { findDrawRules } from '../../encode/draw-rules';
import type { EncodedTable } from '../../encode/encode-table';
import {
  completionOrder,
  factoriseTable,
  isPart,
  type LearntTable,
} from '../../encode/factorise/learnt-table';
import { UserError } from '../../errors';
import { RandomStream } from '../../random';
import type { Preset } from '../../train/types';
import type { TableModel } from '../table-model';
import { BatchBuilder } from './batch-builder';
import { joinParts } from './joined-parts';
import { NativeSampler } from './native/native-sampler';
import { Network } from './network';
import { type ColumnPlan, frequentCodes, longLine, type PlanColumn, planNetwork } from './plan';
import { findRelatedColumns } from './related-columns';
import { Sampler } from './sampler';
import { initialSourceWeights } from './source-weights';
import { chooseRecipe, type Recipe } from './recipe';

/** A network, the codes it speaks in, and the makers of what it does not learn. */
export interface AutoregressiveModel extends TableModel {
  readonly kind: 'autoregressive';
  /** The columns of codes that the network learns. */
  readonly learnt: LearntTable;
  readonly network: Network;
  readonly builder: BatchBuilder;
  readonly recipe: Recipe;
}

/** Builds an untrained model for a table of codes. */
export function createModel(
  table: EncodedTable,
  { makers, ranges }: Pick<AutoregressiveModel, 'makers' | 'ranges'>,
  fitRows: number,
  preset: Preset,
  seed: number,
): AutoregressiveModel {
  checkCategoryCounts(table);
  const decisions = findDecisions(table);
  const learnt = factoriseTable(table, decisions);
  const encoded = { ...table, order: completionOrder(learnt) };
  const longLines = learnt.columns.filter(({ codec }) => codec.ordered > longLine).length;
  const recipe = chooseRecipe(fitRows, longLines, preset);
  const dependencies = dependenciesOf(decisions, encoded);
  const plan = planNetwork(planColumns(learnt, decisions, dependencies), learnt.order, recipe.network);
  const marginals = new Float32Array(plan.targetWidth);
  for (const column of plan.columns) {
    marginals.set(logMarginals(learnt.columns[column.index].target, column.targets), column.targetStart);
  }
  const initial = {
    logMarginals: marginals,
    sourceWeights: (column: ColumnPlan) => initialSourceWeights(column, learnt),
  };
  const network = new Network(plan, initial, new RandomStream(seed, 'weights'));
  const builder = new BatchBuilder(plan);
  return {
    kind: 'autoregressive',
    encoded,
    learnt,
    makers,
    ranges,
    dependencies,
    network,
    builder,
    recipe,
    parameterCount: network.parameterCount,
    sampler: () =>
      joinParts(getBackend() === 'wasm' ? new NativeSampler(network) : new Sampler(network, builder), learnt),
    dispose: () => network.dispose(),
  };
}

/** True of a single network, an ensemble's only member. */
export function isAutoregressive(model: TableModel): model is AutoregressiveModel {
  return 'network' in model;
}

/** Log share of each target, half a row added to each. */
function logMarginals(targets: Int32Array, count: number): Float32Array {
  const shares = new Float32Array(count).fill(0.5);
  for (const target of targets) shares[target]++;
  const total = targets.length + 0.5 * count;
  return shares.map((share) => Math.log(share / total));
}

/** What the network needs to know of the learnt columns. */
function planColumns(
  learnt: LearntTable,
  decisions: readonly Decision[],
  dependencies: readonly (readonly Dependency[])[],
): PlanColumn[] {
  const related = findRelatedColumns(learnt);
  const rules = findDrawRules(decisions, learnt);
  return learnt.columns.map(({ codec, references, base }, index) => {
    const isOfPart = isPart(learnt, index);
    return {
      codes: codec,
      copies: references,
      frequent: isOfPart ? wholeLine(codec) : frequentCodes(codec, base),
      related: related[index],
      // Those of parts are among the rules.
      dependencies: isOfPart ? [] : dependencies[index].filter(({ source }) => !isPart(learnt, source)),
      rules: rules[index],
    };
  });
}

/** Even rare groups and members are told apart: each stands for categories of its own. */
function wholeLine({ ordered }: CodeSet): number[] {
  return Array.from({ length: ordered }, (_, code) => code);
}

/** What a page's memory has room for beside the table: some hundred bytes for each in codes, rules and weights. */
const mostCategories = 200_000;

function checkCategoryCounts(table: EncodedTable): void {
  for (const { column, codec } of table.columns) {
    if (codec.size <= mostCategories) continue;
    throw new UserError(
      `Column "${column.schema.name}" has ${codec.size} categories to release, and ${mostCategories} are the most: make it ` +
        'an identifier or free text, drop it, or ask for more rows per category.',
    );
  }
}
