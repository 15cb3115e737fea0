import { takeWeights } from '../../../train/checkpoint';
import { type RakedColumn, RakedSampler } from '../../marginals/raked-sampler';
import type { TableModel } from '../../table-model';
import { NativeSampler } from '../native/native-sampler';
import type { Network } from '../network';

/**
 * A privately trained network as a model of the table; drawing from it costs no privacy.
 * @param raked columns whose cells are to come as often as expected, by index; null: none
 */
export function privateModel(
  network: Network,
  { encoded, makers, ranges }: Pick<TableModel, 'encoded' | 'makers' | 'ranges'>,
  raked: ReadonlyMap<number, RakedColumn> | null = null,
): TableModel {
  const draw = () => new NativeSampler(network);
  return {
    kind: 'autoregressive',
    encoded,
    makers,
    ranges,
    dependencies: [],
    parameterCount: network.parameterCount,
    save: async () => ({
      kind: 'private-network',
      order: [...network.plan.columns].sort((a, b) => a.rank - b.rank).map(({ index }) => index),
      hidden: network.plan.options.hidden,
      weights: await takeWeights(network),
      raked,
    }),
    sampler: () => (raked ? new RakedSampler(draw(), raked) : draw()),
    dispose: () => network.dispose(),
  };
}
