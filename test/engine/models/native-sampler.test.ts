import { beforeAll, describe, expect, it } from 'vitest';
import { BatchBuilder, type CodedColumns } from '../../../src/engine/models/autoregressive/batch-builder';
import { DrawingChunk } from '../../../src/engine/models/autoregressive/native/drawing-chunk';
import { NativeSampler } from '../../../src/engine/models/autoregressive/native/native-sampler';
import type { PlacedColumn } from '../../../src/engine/models/autoregressive/native/placed-column';
import { placeNetwork } from '../../../src/engine/models/autoregressive/native/place-network';
import { PrefixTree } from '../../../src/engine/models/autoregressive/native/prefix-tree';
import { rootStarts } from '../../../src/engine/models/autoregressive/native/starts';
import type { Network } from '../../../src/engine/models/autoregressive/network';
import type { ColumnPlan, NetworkPlan } from '../../../src/engine/models/autoregressive/plan';
import type { ChunkEvidence } from '../../../src/engine/models/evidence';
import type { TargetSink } from '../../../src/engine/models/table-model';
import { RandomStream } from '../../../src/engine/random';
import { prepareTestBackend } from './backends';
import { createNetwork, randomCodes } from './small-network';

/** Keeps what is drawn; a copy stands for code 0. */
class Keeper implements TargetSink {
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

async function draw(
  network: Network,
  rows: number,
  seed: number,
  evidence: ChunkEvidence | null = null,
): Promise<Keeper> {
  const sampler = new NativeSampler(network);
  const keeper = new Keeper(network.plan);
  await sampler.draw(rows, new RandomStream(seed, 'draw'), keeper, evidence);
  sampler.dispose();
  return keeper;
}

function pass(chunk: DrawingChunk, column: PlacedColumn, codes: readonly CodedColumns[]): void {
  const { base, target } = codes[column.plan.index];
  chunk.keepCodes(column, base as Int32Array, target as Int32Array);
}

/** One column's logits out of all. */
function ownLogits(all: Float32Array, { targetStart, targets }: ColumnPlan, { plan }: Network): Float32Array {
  const rows = all.length / plan.targetWidth;
  return Float32Array.from({ length: rows * targets }, (_, i) => {
    return all[Math.floor(i / targets) * plan.targetWidth + targetStart + (i % targets)];
  });
}

function worstDeviation(found: Float32Array, all: Float32Array, plan: ColumnPlan, network: Network): number {
  const expected = ownLogits(all, plan, network);
  return found.reduce((worst, logit, i) => Math.max(worst, Math.abs(logit - expected[i])), 0);
}

/** Each row's logits less their first. */
function centred(logits: Float32Array, targets: number): Float32Array {
  return logits.map((logit, i) => logit - logits[i - (i % targets)]);
}

async function logitsOf(
  network: Network,
  codes: readonly CodedColumns[],
  rows: number,
): Promise<Float32Array> {
  const all = Array.from({ length: rows }, (_, row) => row);
  return (await network
    .logits(new BatchBuilder(network.plan).build(codes, all, null))
    .data()) as Float32Array;
}

describe('NativeSampler', () => {
  beforeAll(() => prepareTestBackend('wasm'));

  describe('has the logits of the network written in TF.js, column by column', () => {
    const rows = 150;

    it('for rows of their own', async () => {
      const network = createNetwork(0);
      const codes = randomCodes(rows, new RandomStream(3, 'codes'));
      const placed = await placeNetwork(network);
      const chunk = new DrawingChunk(placed, rows);
      for (let turn = 0; turn < 2; turn++) {
        chunk.begin(rootStarts(placed), new Int32Array(rows));
        const expected = await logitsOf(network, codes, rows);
        for (const column of placed.columns) {
          expect(worstDeviation(chunk.logits(column), expected, column.plan, network)).toBeLessThan(1e-4);
          pass(chunk, column, codes);
          chunk.passOn(column);
        }
      }
    });

    it('for rows that share their first columns', async () => {
      const network = createNetwork(0);
      const placed = await placeNetwork(network);
      const tree = new PrefixTree(placed, rows);
      const chunk = new DrawingChunk(placed, rows);
      expect(tree.depth).toBe(3);
      for (let turn = 0; turn < 3; turn++) {
        const codes = randomCodes(rows, new RandomStream(turn, 'codes'));
        const expected = await logitsOf(network, codes, rows);
        tree.begin(rows);
        for (const column of placed.columns) {
          const { index, rank } = column.plan;
          pass(chunk, column, codes);
          if (rank < tree.depth) {
            const found = centred(tree.logits(column), column.plan.targets);
            const logits = centred(ownLogits(expected, column.plan, network), column.plan.targets);
            found.forEach((logit, i) => expect(logit).toBeCloseTo(logits[i], 4));
            tree.passOn(column, codes[index].base as Int32Array);
            continue;
          }
          if (rank === tree.depth) chunk.begin(tree.starts, tree.numbers);
          expect(worstDeviation(chunk.logits(column), expected, column.plan, network)).toBeLessThan(1e-4);
          chunk.passOn(column);
        }
      }
    });
  });

  it('draws every target in proportion to its softmax', async () => {
    const network = createNetwork(0);
    const rows = 10_000;
    const drawn = await draw(network, rows, 5);
    const logits = await logitsOf(network, drawn.codes(), rows);
    for (const { index, targets, targetStart } of network.plan.columns) {
      const expected = new Float64Array(targets);
      for (let row = 0; row < rows; row++) {
        const start = row * network.plan.targetWidth + targetStart;
        softmax(logits.subarray(start, start + targets)).forEach((share, i) => (expected[i] += share));
      }
      const counts = new Float64Array(targets);
      for (const target of drawn.targetsOf(index)) counts[target]++;
      expect(chiSquareDeviation(counts, expected), `column ${index}`).toBeLessThan(4);
    }
  });

  it('draws the same rows from the same seed, and the first of them however many are asked for', async () => {
    const network = createNetwork(0);
    const [few, many, other] = [
      await draw(network, 70, 9),
      await draw(network, 500, 9),
      await draw(network, 500, 8),
    ];
    for (const { index } of network.plan.columns) {
      expect(few.targetsOf(index)).toEqual(many.targetsOf(index).subarray(0, 70));
    }
    expect(other.targetsOf(1)).not.toEqual(many.targetsOf(1));
  });

  it('never draws what is withheld, and keeps to what earlier columns leave', async () => {
    const sourceGroups = Int32Array.of(0, 1, 1, -1);
    const ownGroups = Int32Array.of(1, 0, 1);
    const network = createNetwork(0, (columns) =>
      columns.map((column, index) =>
        index === 4
          ? { ...column, dependencies: [{ source: 0, sourceGroups, ownGroups }] }
          : index === 0 || index === 1
            ? { ...column, codes: { ...column.codes, withheld: [1] } }
            : column,
      ),
    );
    const drawn = await draw(network, 5000, 3);
    for (const index of [0, 1]) expect(drawn.targetsOf(index)).not.toContain(1);
    const own = drawn.targetsOf(4);
    const seen = new Set<string>();
    drawn.targetsOf(0).forEach((code, row) => {
      seen.add(`${code} ${own[row]}`);
      // Nothing goes with code 3: nothing is ruled out.
      if (code !== 3) expect(ownGroups[own[row]]).toBe(sourceGroups[code]);
    });
    expect([...seen].sort()).toEqual(['0 1', '2 0', '2 2', '3 0', '3 1', '3 2']);
  });

  it.each([
    ['shares its first columns with others', 4],
    ['comes later', 1],
  ])(
    'draws what evidence allows of a column that %s, and weighs the rows by what was left',
    async (_, index) => {
      const network = createNetwork(0);
      const plan = network.plan.columns.find((column) => column.index === index) as ColumnPlan;
      const rows = 4000;
      const allowed = Float64Array.from({ length: plan.targets }, (_, target) => [0, 1, 0.5][target % 3]);
      const weights = {
        logMass: new Float64Array(rows),
        logTilt: new Float64Array(rows),
        isTilted: new Uint8Array(rows),
      };
      const drawn = await draw(network, rows, 4, {
        weights,
        restrictionOf: (column) => (column.index === index ? { sharesOf: () => allowed, tilt: null } : null),
      });
      const logits = ownLogits(await logitsOf(network, drawn.codes(), rows), plan, network);
      const expected = new Float64Array(plan.targets);
      const counts = new Float64Array(plan.targets);
      drawn.targetsOf(index).forEach((target, row) => {
        const own = softmax(logits.subarray(row * plan.targets, (row + 1) * plan.targets));
        const shares = own.map((share, i) => share * allowed[i]);
        const mass = shares.reduce((sum, share) => sum + share, 0);
        expect(weights.logMass[row]).toBeCloseTo(Math.log(mass), 4);
        shares.forEach((share, i) => (expected[i] += share / mass));
        counts[target]++;
      });
      expect(counts.filter((_, target) => allowed[target] === 0).every((count) => count === 0)).toBe(true);
      expect(chiSquareDeviation(counts, expected)).toBeLessThan(4);
    },
  );
});

function softmax(logits: Float32Array): Float64Array {
  const weights = Float64Array.from(logits, (logit) => Math.exp(logit));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Pearson's statistic less its mean, in standard deviations; cells that expect fewer than 5 are put together. */
function chiSquareDeviation(counts: Float64Array, expected: Float64Array): number {
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
