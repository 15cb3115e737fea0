import { compileKernels } from '../../../kernels/kernels';
import type { NoiseSource } from '../../../privacy/noise-source';
import { gridDeviation } from '../../../privacy/noise/grid-gaussian';
import type { RandomStream } from '../../../random';
import type { CodedColumns } from '../batch-builder';
import { loadNetwork, storeNetwork } from '../native/exchange';
import { NativeNetwork } from '../native/native-network';
import type { Network } from '../network';
import type { RefinementPlan } from './refinement-plan';

export interface CodedRows {
  readonly rowCount: number;
  /** By index of the network's columns. */
  readonly columns: readonly CodedColumns[];
}

/** Rows whose owners are protected: each row by itself, or the rows of each subject, no more than so many. */
export interface ProtectedRows extends CodedRows {
  readonly subjects?: { readonly rows: readonly Uint32Array[]; readonly mostRows: number };
}

export interface PretrainingOptions {
  readonly steps: number;
  readonly batchSize: number;
  readonly learningRate: number;
}

const defaultPretraining: PretrainingOptions = { steps: 600, batchSize: 1024, learningRate: 5e-3 };

/** Told after every step; may give control away. */
export type StepObserver = (done: number, steps: number) => Promise<void> | void;

/** The first steps of the private schedule are shorter: Adam knows nothing yet. */
const warmUpSteps = 20;
/** Room for the rounding of the gradients' sum, which one unit more shifts: a multiple of what it comes to (docs/privacy.md). */
const summation = 2 ** -9;

/**
 * Plain steps on rows that cost nothing, such as those of a private marginal model: Adam, cosine schedule; 600 steps of 1,024
 * rows where not said otherwise.
 */
export async function pretrain(
  network: Network,
  { columns, rowCount }: CodedRows,
  options: Partial<PretrainingOptions>,
  random: RandomStream,
  onStep: StepObserver = () => undefined,
): Promise<void> {
  const { steps, batchSize, learningRate } = { ...defaultPretraining, ...options };
  const native = await openNetwork(network, batchSize);
  const rows = new Uint32Array(batchSize);
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < batchSize; i++) rows[i] = random.int(rowCount);
    native.gradient(columns, rows, 1 / batchSize, null);
    native.adam(learningRate * cosine(step, steps), step + 1);
    await onStep(step + 1, steps);
  }
  storeNetwork(native, network, false);
}

/**
 * Differentially private gradient descent (Abadi et al. 2016): each step takes a Poisson sample of the units, sums their
 * gradients, each bounded in length, adds Gaussian noise whether or not anybody was sampled, divides by the expected number
 * of units and lets Adam see only that. The schedule is fixed; nothing is measured on the rows.
 *
 * What one unit changes stays within the plan's bound though numbers are rounded: rows are cut somewhat shorter, by the
 * grid of the noise and for the rounding of the sum.
 * @throws RangeError where a subject has more rows than it may
 */
export async function refine(
  network: Network,
  { columns, rowCount, subjects }: ProtectedRows,
  plan: RefinementPlan,
  noise: NoiseSource,
  onStep: StepObserver = () => undefined,
): Promise<void> {
  const units = subjects?.rows.length ?? rowCount;
  const rowsPerUnit = subjects?.mostRows ?? 1;
  if (subjects?.rows.some((rows) => rows.length > rowsPerUnit)) {
    throw new RangeError('A subject has more rows than were said to be used.');
  }
  const most = mostSampled(units, plan.rate);
  const native = await openNetwork(network, most * rowsPerUnit);
  const rounding = (Math.sqrt(native.layout.size) * plan.sigma) / gridDeviation + summation;
  const rowClip = (plan.clip * (1 - rounding)) / rowsPerUnit;
  for (let step = 0; step < plan.steps; step++) {
    const sampled = noise.poissonRows(units, plan.rate).subarray(0, most);
    const rows = subjects ? rowsOf(sampled, subjects.rows) : sampled;
    native.clippedGradient(columns, rows, rowClip);
    addNoise(native, plan, noise);
    const warmUp = Math.min(1, (step + 1) / warmUpSteps);
    native.adam(plan.learningRate * warmUp * cosine(step, plan.steps), step + 1);
    await onStep(step + 1, plan.steps);
  }
  storeNetwork(native, network, false);
}

async function openNetwork(network: Network, capacity: number): Promise<NativeNetwork> {
  const { module } = await compileKernels();
  const native = new NativeNetwork(module, network.plan, network.degrees, capacity, false);
  await loadNetwork(native, network);
  native.firstMoment.fill(0);
  native.secondMoment.fill(0);
  return native;
}

/** Ten standard deviations above the mean: a larger sample comes once in 10²² steps. */
function mostSampled(units: number, rate: number): number {
  return Math.min(units, Math.ceil(rate * units + 10 * Math.sqrt(rate * units) + 32));
}

function rowsOf(sampled: Uint32Array, rows: readonly Uint32Array[]): number[] {
  return Array.from(sampled).flatMap((subject) => Array.from(rows[subject]));
}

/** Turns a sum of bounded gradients into a private mean: noise on all that is trained; what is not, and what the masks forbid, is 0 again. */
export function addNoise(
  native: NativeNetwork,
  { sigma, clip, expectedUnits }: RefinementPlan,
  noise: NoiseSource,
): void {
  const { gradients, layout } = native;
  noise.addGaussian(gradients, sigma * clip);
  for (let i = 0; i < gradients.length; i++) gradients[i] /= expectedUnits;
  for (const place of layout.forbidden) gradients[place] = 0;
  for (const { bias, plan } of layout.columns) gradients.fill(0, bias, bias + plan.targets);
}

function cosine(step: number, steps: number): number {
  return 0.5 + 0.5 * Math.cos((Math.PI * step) / steps);
}
