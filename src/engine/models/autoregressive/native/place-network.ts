import { Arena } from '../../../kernels/arena';
import { compilePortableKernels } from '../../../kernels/kernels';
import type { Network } from '../network';
import { cutColumns, type Matrix } from './drawing-column';
import { roundUp } from './layout';
import { placeColumn, type PlacedNetwork } from './placed-column';

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
  const module = await compilePortableKernels();
  const arena = new Arena(module);
  const units = roundUp(plan.options.hidden);
  const inputBias = new Float32Array(units);
  inputBias.set(matrixOf('inputBias').values);
  const columns = cutColumns(plan, degrees, matrixOf).map((column) => placeColumn(column, arena));
  return { arena, columns, units, blocks: plan.options.blocks, inputBias: arena.place(inputBias) };
}
