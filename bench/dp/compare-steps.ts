import { compileKernels } from '../../src/engine/kernels/kernels';
import { loadNetwork } from '../../src/engine/models/autoregressive/native/exchange';
import { NativeNetwork } from '../../src/engine/models/autoregressive/native/native-network';
import { addNoise } from '../../src/engine/models/autoregressive/private/private-learner';
import { createPrivateNetwork } from '../../src/engine/models/autoregressive/private/private-network';
import type { RefinementPlan } from '../../src/engine/models/autoregressive/private/refinement-plan';
import { secureNoise } from '../../src/engine/privacy/noise-source';
import { RandomStream } from '../../src/engine/random';
import { median } from '../quality/results-table';
import { columns, makeRows, order } from './made-up-rows';

const rowCount = 32_561;
const plan: RefinementPlan = {
  rate: 0.03,
  steps: 960,
  sigma: 2,
  clip: 12,
  expectedUnits: 0.03 * rowCount,
  learningRate: 5e-3,
};
const costBar = 1.6;
const memoryBar = 1.3;

interface Comparison {
  readonly rounds: number;
  readonly steps: number;
  readonly hidden: number;
}

/** One way of stepping: a network of its own, and its step. */
interface Way {
  readonly native: NativeNetwork;
  readonly step: (this: void, step: number) => void;
}

/** Plain and private steps on samples of the same rate, in turns. */
export async function compareSteps({ rounds, steps, hidden }: Comparison): Promise<string[]> {
  const capacity = Math.ceil(1.4 * plan.expectedUnits);
  const rows = makeRows(rowCount, 1);
  const network = createPrivateNetwork(columns, order, hidden, new RandomStream(1, 'weights'));
  const open = async () => {
    const native = new NativeNetwork(
      (await compileKernels()).module,
      network.plan,
      network.degrees,
      capacity,
    );
    await loadNetwork(native, network);
    return native;
  };
  const noise = secureNoise();
  const [plainNetwork, privateNetwork] = [await open(), await open()];
  const random = new RandomStream(2, 'batches');
  const plain: Way = {
    native: plainNetwork,
    step(step) {
      const batch = Uint32Array.from({ length: Math.round(plan.expectedUnits) }, () => random.int(rowCount));
      plainNetwork.gradient(rows.columns, batch, 1 / batch.length, null);
      plainNetwork.adam(plan.learningRate, step);
    },
  };
  const guarded: Way = {
    native: privateNetwork,
    step(step) {
      privateNetwork.clippedGradient(rows.columns, noise.poissonRows(rowCount, plan.rate), plan.clip);
      addNoise(privateNetwork, plan, noise);
      privateNetwork.adam(plan.learningRate, step);
    },
  };
  const seconds = { plain: [] as number[], guarded: [] as number[] };
  time(plain, steps);
  time(guarded, steps);
  for (let round = 0; round < rounds; round++) {
    seconds.plain.push(time(plain, steps));
    seconds.guarded.push(time(guarded, steps));
  }
  const ratios = seconds.guarded.map((own, round) => own / seconds.plain[round]);
  const memory = privateNetwork.bytes / plainNetwork.bytes;
  return [
    `${network.parameterCount} parameters, ${Math.round(plan.expectedUnits)} rows a step, ${hidden} hidden units`,
    `a plain step: ${milliseconds(seconds.plain)} ms of processor time; a private one: ${milliseconds(seconds.guarded)} ms`,
    `cost: ${median(ratios).toFixed(2)} times a plain step (bar: ${costBar})`,
    `memory: ${(privateNetwork.bytes / 2 ** 20).toFixed(1)} MiB, ${memory.toFixed(2)} times as much (bar: ${memoryBar})`,
  ];
}

/** Seconds of processor time that one step takes: what else the machine does makes no difference. */
function time({ step }: Way, steps: number): number {
  const start = process.cpuUsage();
  for (let i = 1; i <= steps; i++) step(i);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6 / steps;
}

function milliseconds(seconds: readonly number[]): string {
  return (1000 * median([...seconds])).toFixed(1);
}
