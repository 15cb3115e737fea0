import { Arena } from '../../../kernels/arena';
import { compileKernels } from '../../../kernels/kernels';
import type { Network } from '../network';
import type { ChunkShape } from './drawing-chunk';
import { cutColumns, type Matrix, roundUp } from './drawing-column';
import { placeColumn } from './placed-column';

/** A network's weights, cut for drawing, in a kernels' memory of their own. */
export interface PlacedNetwork {
  readonly arena: Arena;
  readonly shape: ChunkShape;
}

/** Takes the network's weights as they are when this is called. @throws RangeError when there is no room for them */
export async function placeNetwork(network: Network): Promise<PlacedNetwork> {
  const { plan, degrees } = network;
  const byName = new Map(
    await Promise.all(
      network.parameters.map(async ({ name, shape, value }): Promise<[string, Matrix]> => {
        return [name, { values: (await value.data()) as Float32Array, width: shape[1] }];
      }),
    ),
  );
  const matrixOf = (name: string) => byName.get(name) as Matrix;
  const { module } = await compileKernels();
  const arena = new Arena(module);
  const units = roundUp(plan.options.hidden);
  const inputBias = new Float32Array(units);
  inputBias.set(matrixOf('inputBias').values);
  const columns = cutColumns(plan, degrees, matrixOf).map((column) => placeColumn(column, arena));
  return {
    arena,
    shape: { columns, units, blocks: plan.options.blocks, inputBias: arena.place(inputBias) },
  };
}
