import { beforeAll, describe, expect, it } from 'vitest';
import { compileKernels } from '../../../../src/engine/kernels/kernels';
import { loadNetwork } from '../../../../src/engine/models/autoregressive/native/exchange';
import { NativeNetwork } from '../../../../src/engine/models/autoregressive/native/native-network';
import { RandomStream } from '../../../../src/engine/random';
import { connectAll } from '../../../../src/engine/train/pool/connect-all';
import { GradientExchange } from '../../../../src/engine/train/pool/gradient-exchange';
import { shareRows } from '../../../../src/engine/train/pool/share-rows';
import { prepareTestBackend } from '../../models/backends';
import { createNetwork, randomCodes } from '../../models/small-network';

const rows = Uint32Array.from({ length: 112 }, (_, row) => row);
const codes = randomCodes(rows.length, new RandomStream(3, 'codes'));

async function createNative(): Promise<NativeNetwork> {
  const network = createNetwork(0);
  const { module } = await compileKernels();
  const native = new NativeNetwork(module, network.plan, network.degrees, rows.length);
  await loadNetwork(native, network);
  return native;
}

describe.each([2, 3, 4, 7])('GradientExchange between %i members', (members) => {
  beforeAll(() => prepareTestBackend('cpu'));

  it('gives all the gradient of the whole batch, the same to the last bit, step after step', async () => {
    const alone = await createNative();
    const natives = await Promise.all(Array.from({ length: members }, createNative));
    const exchanges = connectAll(members).map((ports, rank) => new GradientExchange(natives[rank], ports));
    for (let step = 1; step <= 3; step++) {
      const loss = alone.gradient(codes, rows, 1 / rows.length, null);
      const losses = shareRows(rows, members).map((share, rank) =>
        natives[rank].gradient(codes, share, 1 / rows.length, null),
      );
      const sums = await Promise.all(exchanges.map((exchange, rank) => exchange.sum(losses[rank])));
      expect(sums[0]).toBeCloseTo(loss, 2);
      const summed = natives[0].gradients.slice();
      let worst = 0;
      alone.gradients.forEach((value, place) => {
        worst = Math.max(worst, Math.abs(value - summed[place]));
      });
      expect(worst).toBeLessThan(2e-6);
      for (const native of natives) expect(native.gradients).toEqual(summed);
      for (const native of [alone, ...natives]) native.adam(1e-3, step);
      for (const native of natives) expect(native.parameters).toEqual(natives[0].parameters);
    }
    for (const exchange of exchanges) exchange.close();
  });

  it('refuses the sum that waits when another is gone', async () => {
    const native = await createNative();
    const [ports, ...others] = connectAll(members);
    const exchange = new GradientExchange(native, ports);
    const sum = exchange.sum(1);
    exchange.fail(new Error('gone'));
    await expect(sum).rejects.toThrow('gone');
    await expect(exchange.sum(1)).rejects.toThrow('gone');
    exchange.close();
    for (const port of others.flat()) port?.close();
  });
});
