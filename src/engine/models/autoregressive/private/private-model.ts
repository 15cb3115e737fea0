import type { TableModel } from '../../table-model';
import { NativeSampler } from '../native/native-sampler';
import type { Network } from '../network';

/** A privately trained network as a model of the table; drawing from it costs no privacy. */
export function privateModel(
  network: Network,
  { encoded, makers, ranges }: Pick<TableModel, 'encoded' | 'makers' | 'ranges'>,
): TableModel {
  return {
    kind: 'autoregressive',
    encoded,
    makers,
    ranges,
    dependencies: [],
    parameterCount: network.parameterCount,
    sampler: () => new NativeSampler(network),
    dispose: () => network.dispose(),
  };
}
