import { getBackend } from '@tensorflow/tfjs-core';
import type { CodeSet } from '../../encode/code-set';
import { dependenciesOf, type Dependency, findDecisions } from '../../encode/dependencies';
import { findDrawRules } from '../../encode/draw-rules';
import type { EncodedTable } from '../../encode/encode-table';
import {
  completionOrder,
  factoriseTable,
  isPart,
  type LearntTable,
  partColumns,
} from '../../encode/factorise/learnt-table';
import { findLooseColumns } from '../../encode/factorise/loose-columns';
import { UserError } from '../../errors';
import { RandomStream } from '../../random';
import { takeWeights } from '../../train/checkpoint';
import type { Preset } from '../../train/types';
import type { Blueprint } from '../saved-drawing';
import type { TableModel } from '../table-model';
import { modelWords } from '../words';
import { BatchBuilder } from './batch-builder';
import { joinParts } from './joined-parts';
import { NativeSampler } from './native/native-sampler';
import { Network } from './network';
import {
  type ColumnPlan,
  frequentCodes,
  longLine,
  type NetworkPlan,
  type PlanColumn,
  planNetwork,
} from './plan';
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
  readonly blueprint: Blueprint;
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
  const found = {
    decisions: findDecisions(table),
    parts: partColumns(table),
    loose: findLooseColumns(table),
  };
  const learnt = factoriseTable(table, found);
  const longLines = learnt.columns.filter(({ codec }) => codec.ordered > longLine).length;
  const recipe = chooseRecipe(fitRows, { columns: learnt.columns.length, longLines }, preset);
  const blueprint: Blueprint = {
    ...found,
    related: findRelatedColumns(learnt),
    frequent: learnt.columns.map(({ codec, base }, index) =>
      isPart(learnt, index) ? wholeLine(codec) : frequentCodes(codec, base),
    ),
    options: recipe.network,
  };
  const { encoded, dependencies, plan } = layOut(table, learnt, blueprint);
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
    blueprint,
    recipe,
    parameterCount: network.parameterCount,
    save: async () => ({ kind: 'networks', blueprint, members: [await takeWeights(network)] }),
    sampler: () =>
      joinParts(getBackend() === 'wasm' ? new NativeSampler(network) : new Sampler(network, builder), learnt),
    dispose: () => network.dispose(),
  };
}

/** What follows from a blueprint: the order of drawing, what that keeps to, and the network's plan. */
export function layOut(
  table: EncodedTable,
  learnt: LearntTable,
  blueprint: Blueprint,
): Pick<TableModel, 'encoded' | 'dependencies'> & { readonly plan: NetworkPlan } {
  const encoded = { ...table, order: completionOrder(learnt) };
  const dependencies = dependenciesOf(blueprint.decisions, encoded);
  const columns = planColumns(learnt, blueprint, dependencies);
  return { encoded, dependencies, plan: planNetwork(columns, learnt.order, blueprint.options) };
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
  { decisions, related, frequent }: Blueprint,
  dependencies: readonly (readonly Dependency[])[],
): PlanColumn[] {
  const rules = findDrawRules(decisions, learnt);
  return learnt.columns.map(({ codec, references }, index) => ({
    codes: codec,
    copies: references,
    frequent: frequent[index],
    related: related[index],
    // Those of parts are among the rules.
    dependencies: isPart(learnt, index)
      ? []
      : dependencies[index].filter(({ source }) => !isPart(learnt, source)),
    rules: rules[index],
  }));
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
    throw new UserError(modelWords().tooManyCategories(column.schema.name, codec.size, mostCategories));
  }
}
