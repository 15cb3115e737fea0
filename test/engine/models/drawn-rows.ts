import { BatchBuilder, type CodedColumns } from '../../../src/engine/models/autoregressive/batch-builder';
import type { Network } from '../../../src/engine/models/autoregressive/network';
import type { ColumnPlan, NetworkPlan } from '../../../src/engine/models/autoregressive/plan';
import type { ChunkEvidence } from '../../../src/engine/models/evidence';
import type { RowSampler, TargetSink } from '../../../src/engine/models/table-model';
import { RandomStream } from '../../../src/engine/random';

/** Keeps what is drawn; a copy stands for code 0. */
export class DrawnRows implements TargetSink {
  readonly #columns = new Map<number, { base: Int32Array; target: Int32Array }>();
  readonly #plan: NetworkPlan;

  constructor(plan: NetworkPlan) {
    this.#plan = plan;
  }

  accept({ index }: { readonly index: number }, target: Int32Array): Int32Array {
    const { baseCodes } = this.#plan.columns.find((column) => column.index === index) as ColumnPlan;
    const base = target.map((code) => (code < baseCodes ? code : 0));
    this.#columns.set(index, { base, target });
    return base;
  }

  targetsOf(index: number): Int32Array {
    return this.codes()[index].target;
  }

  codes(): { base: Int32Array; target: Int32Array }[] {
    return [...this.#columns].sort(([a], [b]) => a - b).map(([, codes]) => codes);
  }
}

/** Draws a chunk and disposes of the sampler. */
export async function drawRows(
  sampler: RowSampler,
  { plan }: Network,
  rows: number,
  seed: number,
  evidence: ChunkEvidence | null = null,
): Promise<DrawnRows> {
  const drawn = new DrawnRows(plan);
  await sampler.draw(rows, new RandomStream(seed, 'draw'), drawn, evidence);
  sampler.dispose();
  return drawn;
}

/** The network's logits for rows of codes, rows × all targets. */
export async function logitsOf(
  network: Network,
  codes: readonly CodedColumns[],
  rows: number,
): Promise<Float32Array> {
  const all = Array.from({ length: rows }, (_, row) => row);
  return (await network
    .logits(new BatchBuilder(network.plan).build(codes, all, null))
    .data()) as Float32Array;
}

/** One column's logits out of all. */
export function ownLogits(
  all: Float32Array,
  { targetStart, targets }: ColumnPlan,
  { plan }: Network,
): Float32Array {
  const rows = all.length / plan.targetWidth;
  return Float32Array.from({ length: rows * targets }, (_, i) => {
    return all[Math.floor(i / targets) * plan.targetWidth + targetStart + (i % targets)];
  });
}

/** Shares of one row's logits. */
export function softmax(logits: Float32Array): Float64Array {
  const weights = Float64Array.from(logits, (logit) => Math.exp(logit));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Pearson's statistic less its mean, in standard deviations; cells that expect fewer than 5 are put together. */
export function chiSquareDeviation(counts: Float64Array, expected: Float64Array): number {
  let statistic = 0;
  let cells = 0;
  const rest = { count: 0, expected: 0 };
  counts.forEach((count, i) => {
    if (expected[i] < 5) {
      rest.count += count;
      rest.expected += expected[i];
      return;
    }
    statistic += (count - expected[i]) ** 2 / expected[i];
    cells++;
  });
  if (rest.expected >= 5) {
    statistic += (rest.count - rest.expected) ** 2 / rest.expected;
    cells++;
  }
  const freedom = Math.max(1, cells - 1);
  return (statistic - freedom) / Math.sqrt(2 * freedom);
}
