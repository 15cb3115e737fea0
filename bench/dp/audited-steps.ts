import { compileKernels } from '../../src/engine/kernels/kernels';
import { loadNetwork } from '../../src/engine/models/autoregressive/native/exchange';
import { NativeNetwork } from '../../src/engine/models/autoregressive/native/native-network';
import type { Network } from '../../src/engine/models/autoregressive/network';
import { type CodedRows, refine } from '../../src/engine/models/autoregressive/private/private-learner';
import { createPrivateNetwork } from '../../src/engine/models/autoregressive/private/private-network';
import type { RefinementPlan } from '../../src/engine/models/autoregressive/private/refinement-plan';
import type { NoiseSource } from '../../src/engine/privacy/noise-source';
import { RandomStream } from '../../src/engine/random';

const columnCount = 10;
const codeCount = 8;

/** Canaries of codes that follow nothing: what a network knows of them it learnt from them. */
export function makeCanaries(count: number, seed: number): CodedRows {
  const random = new RandomStream(seed, 'canaries');
  const columns = Array.from({ length: columnCount }, () => {
    const codes = Int32Array.from({ length: count }, () => random.int(codeCount));
    return { base: codes, target: codes };
  });
  return { rowCount: count, columns };
}

/** Trains a network on the canaries that take part; how much better it then predicts each of them all, nats. */
export async function scoreByNetwork(
  canaries: CodedRows,
  isMember: Uint8Array,
  plan: RefinementPlan,
  noise: NoiseSource,
): Promise<Float64Array> {
  const codes = {
    size: codeCount,
    ordered: 0,
    isAtom: new Uint8Array(codeCount),
    missingCode: -1,
    withheld: [],
  };
  const columns = canaries.columns.map(() => ({ codes, counts: new Float64Array(codeCount) }));
  const order = columns.map((_, index) => index);
  const network = createPrivateNetwork(columns, order, 32, new RandomStream(1, 'weights'));
  const before = await rowLosses(network, canaries);
  await refine(network, membersOf(canaries, isMember), plan, noise);
  const after = await rowLosses(network, canaries);
  network.dispose();
  return before.map((loss, canary) => loss - after[canary]);
}

function membersOf({ columns, rowCount }: CodedRows, isMember: Uint8Array): CodedRows {
  const members = Array.from({ length: rowCount }, (_, row) => row).filter((row) => isMember[row] === 1);
  return {
    rowCount: members.length,
    columns: columns.map(({ base }) => {
      const codes = Int32Array.from(members, (row) => base[row]);
      return { base: codes, target: codes };
    }),
  };
}

async function rowLosses(network: Network, { columns, rowCount }: CodedRows): Promise<Float64Array> {
  const { module } = await compileKernels();
  const native = new NativeNetwork(module, network.plan, network.degrees, 16);
  await loadNetwork(native, network);
  return Float64Array.from({ length: rowCount }, (_, row) => native.loss(columns, [row]));
}
