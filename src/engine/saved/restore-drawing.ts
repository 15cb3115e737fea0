import type { EncodedTable } from '../encode/encode-table';
import { factoriseTable } from '../encode/factorise/learnt-table';
import { takeTurns } from '../models/autoregressive/ensemble';
import { joinParts } from '../models/autoregressive/joined-parts';
import { layOut } from '../models/autoregressive/model';
import { NativeSampler } from '../models/autoregressive/native/native-sampler';
import { Network } from '../models/autoregressive/network';
import type { NetworkPlan } from '../models/autoregressive/plan';
import { privateModel } from '../models/autoregressive/private/private-model';
import { createPrivateNetwork } from '../models/autoregressive/private/private-network';
import { CopulaSampler } from '../models/gaussian-copula/copula-sampler';
import { independentSampler } from '../models/independent/independent-model';
import { MarginalSampler } from '../models/marginals/marginal-sampler';
import type {
  SavedCopula,
  SavedDrawing,
  SavedIndependent,
  SavedMarginals,
  SavedNetworks,
  SavedPrivateNetwork,
  SavedWeights,
} from '../models/saved-drawing';
import type { TableModel } from '../models/table-model';
import { RandomStream } from '../random';
import { restoreWeights } from '../train/checkpoint';
import {
  checkBlueprint,
  checkLearnt,
  checkColumnCodes,
  checkCopula,
  checkMarginals,
  checkPrivateOrder,
} from './check-drawing';
import { damaged } from './readers';

type Drawn = Omit<TableModel, 'kind' | 'makers' | 'ranges'>;

/** What a saved drawing makes of a table's codes. */
export function restoreDrawing(drawing: SavedDrawing, encoded: EncodedTable): Drawn {
  switch (drawing.kind) {
    case 'networks':
      return restoreNetworks(drawing, encoded);
    case 'private-network':
      return restorePrivateNetwork(drawing, encoded);
    case 'marginals':
      return restoreMarginals(drawing, encoded);
    case 'copula':
      return restoreCopula(drawing, encoded);
    case 'independent':
      return restoreIndependent(drawing, encoded);
  }
}

function restoreNetworks(drawing: SavedNetworks, table: EncodedTable): Drawn {
  const { blueprint, members } = drawing;
  checkBlueprint(blueprint, table);
  const learnt = factoriseTable(table, blueprint);
  checkLearnt(blueprint, learnt);
  const { encoded, dependencies, plan } = layOut(table, learnt, blueprint);
  if (members.length === 0) throw damaged('networks');
  const networks = members.map((weights) => networkOf(plan, weights));
  return {
    encoded,
    dependencies,
    parameterCount: networks.reduce((sum, { parameterCount }) => sum + parameterCount, 0),
    save: () => Promise.resolve(drawing),
    sampler: () => takeTurns(networks.map((network) => joinParts(new NativeSampler(network), learnt))),
    dispose: () => networks.forEach((network) => network.dispose()),
  };
}

/** Looked at before anything of that size is made. */
function checkSizes({ options, inputWidth, outputWidth }: NetworkPlan, weights: SavedWeights): void {
  const { hidden, blocks } = options;
  const fits = (name: string, size: number) => weights.get(name)?.length === size;
  const areBlocks = Array.from({ length: blocks }, (_, layer) => fits(`block${layer}`, hidden ** 2));
  if (
    !fits('input', inputWidth * hidden) ||
    !fits('output', hidden * outputWidth) ||
    areBlocks.includes(false)
  )
    throw damaged('weights');
}

function networkOf(plan: NetworkPlan, weights: SavedWeights): Network {
  checkSizes(plan, weights);
  const sourceWeights = ({ sources, outputWidth }: NetworkPlan['columns'][0]) =>
    new Float32Array(sources.reduce((sum, { inputWidth }) => sum + inputWidth, 0) * outputWidth);
  const initial = { logMarginals: new Float32Array(plan.targetWidth), sourceWeights };
  return withWeights(new Network(plan, initial, new RandomStream(0, 'weights')), weights);
}

function withWeights(network: Network, weights: SavedWeights): Network {
  try {
    restoreWeights(network, weights as Parameters<typeof restoreWeights>[1]);
    return network;
  } catch {
    network.dispose();
    throw damaged('weights');
  }
}

function restorePrivateNetwork(drawing: SavedPrivateNetwork, encoded: EncodedTable): Drawn {
  const { order, hidden, weights, raked } = drawing;
  checkPrivateOrder(order, encoded);
  for (const [index, { cellOf, expected }] of raked ?? [])
    checkColumnCodes(index, cellOf, expected.length, encoded);
  const columns = encoded.columns.map(({ codec }) => ({
    codes: codec,
    counts: new Float64Array(codec.size),
  }));
  const network = withWeights(
    createPrivateNetwork(columns, order, hidden, new RandomStream(0, 'weights')),
    weights,
  );
  return privateModel(network, { encoded, makers: new Map(), ranges: [] }, raked);
}

function restoreMarginals(drawing: SavedMarginals, encoded: EncodedTable): Drawn {
  checkMarginals(drawing, encoded);
  return {
    encoded,
    dependencies: [],
    parameterCount: drawing.columns.reduce((sum, { table }) => sum + table.length, 0),
    save: () => Promise.resolve(drawing),
    sampler: () => new MarginalSampler(drawing.columns),
    dispose: () => undefined,
  };
}

function restoreCopula(drawing: SavedCopula, encoded: EncodedTable): Drawn {
  checkCopula(drawing, encoded);
  const { columns, factor } = drawing;
  return {
    encoded,
    dependencies: [],
    parameterCount: factor.length,
    save: () => Promise.resolve(drawing),
    sampler: () => new CopulaSampler(columns, factor),
    dispose: () => undefined,
  };
}

function restoreIndependent(drawing: SavedIndependent, encoded: EncodedTable): Drawn {
  for (const { index, counts } of drawing.columns) {
    if (encoded.columns[index]?.codec.size !== counts.length || counts.every((count) => count === 0))
      throw damaged(`counts ${index}`);
  }
  return {
    encoded,
    dependencies: [],
    parameterCount: drawing.columns.reduce((sum, { counts }) => sum + counts.length, 0),
    save: () => Promise.resolve(drawing),
    sampler: () => independentSampler(drawing.columns),
    dispose: () => undefined,
  };
}
