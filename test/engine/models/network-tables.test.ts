import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { packCodes } from '../../../src/engine/models/autoregressive/webgpu/coded-rows';
import { tileSide } from '../../../src/engine/models/autoregressive/webgpu/matrices';
import { tabulate } from '../../../src/engine/models/autoregressive/webgpu/network-tables';
import { WordList } from '../../../src/engine/models/autoregressive/webgpu/word-list';
import { BatchBuilder } from '../../../src/engine/models/autoregressive/batch-builder';
import { RandomStream } from '../../../src/engine/random';
import { prepareTestBackend } from './backends';
import { createNetwork, randomCodes } from './small-network';

const capacity = 32;
const matrixWords = 11;
const columnWords = 13;

describe('the tables that a graphics device goes by', () => {
  beforeAll(() => prepareTestBackend('cpu'));

  it('have each trained weight in one tile of one matrix, and none that a mask forbids', () => {
    const network = createNetwork(0);
    const { weights, update, words } = tabulate(network, capacity);
    const times = new Uint8Array(weights.size);
    for (let tile = 0; tile < update.tiles; tile++) {
      const [number, firstRow, firstColumn] = words.subarray(update.tileList + 3 * tile);
      const matrix = words.subarray(update.matrices + matrixWords * number);
      const [start, columns, rows, allRows] = matrix;
      const [rowRanks, columnRanks] = matrix.subarray(9);
      for (let row = firstRow; row < Math.min(allRows, firstRow + tileSide); row++) {
        for (let column = firstColumn; column < Math.min(columns, firstColumn + tileSide); column++) {
          const isBias = row === rows || rowRanks === 0;
          if (isBias || words[rowRanks + row] <= words[columnRanks + column])
            times[start + row * columns + column]++;
        }
      }
    }
    const expected = network.parameters.flatMap(({ mask, size }) => [
      ...(mask ?? new Uint8Array(size).fill(1)),
    ]);
    expect([...times]).toEqual(expected);
  });

  it('stop each product where the masks leave no weight', () => {
    const network = createNetwork(0);
    const { reach, words } = tabulate(network, capacity);
    for (const [name, start] of [['block0', reach.blocks[0]] as const, ['output', reach.output] as const]) {
      const { shape, mask } = network.parameter(name);
      for (let tile = 0; tile * tileSide < shape[1]; tile++) {
        const limit = words[start + tile];
        const used = Array.from(mask ?? []).reduce((most, entry, i) => {
          const column = i % shape[1];
          const isInTile = Math.floor(column / tileSide) === tile;
          return entry === 1 && isInTile ? Math.max(most, Math.floor(i / shape[1]) + 1) : most;
        }, 0);
        expect(limit, `${name}, tile ${tile}`).toBe(used);
      }
    }
  });

  it('give every row the inputs that the batch builder gives it', async () => {
    const { plan, degrees, parameters } = createNetwork(0);
    const { words } = tabulate({ plan, degrees, parameters }, capacity);
    const values = new Float32Array(words.buffer);
    const codes = randomCodes(25, new RandomStream(9, 'codes'));
    const rows = Array.from(codes[0].base.keys());
    const expected = (await new BatchBuilder(plan).build(codes, rows, null).inputs.data()) as Float32Array;
    const packed = new Uint32Array(rows.length * plan.columns.length);
    packCodes(plan, codes, rows, packed);
    const found = new Float32Array(expected.length);
    packed.forEach((word, cell) => {
      const column = words.subarray(columnWords * (cell % plan.columns.length));
      const row = Math.floor(cell / plan.columns.length) * plan.inputWidth;
      const [inputStart, , copyStart] = column;
      const list = column[8] + (word & 0xffffff);
      for (let at = words[list]; at < words[list + 1]; at += 2)
        found[row + inputStart + words[at]] = values[at + 1];
      if (word >>> 24 > 0) found[row + copyStart + (word >>> 24) - 1] = 1;
    });
    expect([...found]).toEqual([...expected]);
  });

  it('pack codes so that base and target can be told again', () => {
    const { plan } = createNetwork(0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const codes = randomCodes(7, new RandomStream(seed, 'codes'));
        const packed = new Uint32Array(7 * plan.columns.length);
        packCodes(plan, codes, [0, 1, 2, 3, 4, 5, 6], packed);
        packed.forEach((word, cell) => {
          const { index, baseCodes } = plan.columns[cell % plan.columns.length];
          const row = Math.floor(cell / plan.columns.length);
          const [base, copy] = [word & 0xffffff, word >>> 24];
          expect(base).toBe(codes[index].base[row]);
          expect(copy > 0 ? baseCodes + copy - 1 : base).toBe(codes[index].target[row]);
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('WordList', () => {
  it('keeps every list where it said it would, however it grows', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(), { maxLength: 900 }), { maxLength: 12 }), (lists) => {
        const list = new WordList();
        const starts = lists.map((entries) => list.put(entries));
        const { words } = list;
        lists.forEach((entries, i) =>
          expect([...words.subarray(starts[i], starts[i] + entries.length)]).toEqual(entries),
        );
        expect(words.length).toBe(lists.flat().length);
      }),
    );
  });
});
