import { beforeAll, describe, expect, it } from 'vitest';
import type { CodedColumns } from '../../../src/engine/models/autoregressive/batch-builder';
import { DrawingChunk } from '../../../src/engine/models/autoregressive/native/drawing-chunk';
import { NativeSampler } from '../../../src/engine/models/autoregressive/native/native-sampler';
import type { PlacedColumn } from '../../../src/engine/models/autoregressive/native/placed-column';
import { placeNetwork } from '../../../src/engine/models/autoregressive/native/place-network';
import { PrefixTree } from '../../../src/engine/models/autoregressive/native/prefix-tree';
import { rootStarts } from '../../../src/engine/models/autoregressive/native/starts';
import type { Network } from '../../../src/engine/models/autoregressive/network';
import type { ColumnPlan } from '../../../src/engine/models/autoregressive/plan';
import { RandomStream } from '../../../src/engine/random';
import { prepareTestBackend } from './backends';
import { drawRows, logitsOf, ownLogits } from './drawn-rows';
import { createNetwork, randomCodes } from './small-network';

function pass(chunk: DrawingChunk, column: PlacedColumn, codes: readonly CodedColumns[]): void {
  const { base, target } = codes[column.plan.index];
  chunk.keepCodes(column, base as Int32Array, target as Int32Array);
}

function worstDeviation(found: Float32Array, all: Float32Array, plan: ColumnPlan, network: Network): number {
  const expected = ownLogits(all, plan, network);
  return found.reduce((worst, logit, i) => Math.max(worst, Math.abs(logit - expected[i])), 0);
}

/** Each row's logits less their first. */
function centred(logits: Float32Array, targets: number): Float32Array {
  return logits.map((logit, i) => logit - logits[i - (i % targets)]);
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

  it('draws the same rows from the same seed, and the first of them however many are asked for', async () => {
    const network = createNetwork(0);
    const [few, many, other] = [
      await drawRows(new NativeSampler(network), network, 70, 9),
      await drawRows(new NativeSampler(network), network, 500, 9),
      await drawRows(new NativeSampler(network), network, 500, 8),
    ];
    for (const { index } of network.plan.columns) {
      expect(few.targetsOf(index)).toEqual(many.targetsOf(index).subarray(0, 70));
    }
    expect(other.targetsOf(1)).not.toEqual(many.targetsOf(1));
  });
});
