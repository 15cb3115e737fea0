import { beforeAll, describe, expect, it } from 'vitest';
import { encodeTable } from '../../../src/engine/encode/encode-table';
import { concatenateTables, generateTable } from '../../../src/engine/generate/generate-table';
import { createModel } from '../../../src/engine/models/autoregressive/model';
import { RandomStream } from '../../../src/engine/random';
import { trainModel } from '../../../src/engine/train/train-model';
import { defaultTrainingSettings, type TrainingContext } from '../../../src/engine/train/types';
import type { TypedTable } from '../../../src/engine/typed-table';
import { categories, drawCodes } from '../encode/factorise/made-categories';
import { cellsOf, numbers, tableOf } from '../typed-columns';
import { prepareTestBackend } from './backends';

const zips = 10_000;
const cities = 700;
const rows = 100_000;
/** Every hundredth zip code is held by three rows only. */
const isRare = (code: number) => code % 100 === 99;

/** A zip code decides its city, which decides its state; a price goes with the zip code. */
function makeTable(seed: number): TypedTable {
  const random = new RandomStream(seed, 'table');
  const zip = drawCodes(rows, zips, 8, random);
  const taken = new Uint8Array(zips);
  zip.forEach((code, row) => {
    if (isRare(code) && ++taken[code] > 3) zip[row] = code - 1;
  });
  const city = zip.map((code) => Math.floor((code * cities) / zips));
  return tableOf(
    categories('zip', zip, zips),
    categories('city', city, cities),
    categories(
      'state',
      city.map((code) => Math.floor(code / 14)),
      50,
    ),
    numbers(
      'price',
      Array.from(zip, (code) => Math.round(1000 * (100 + (code % 7) * 40 + 30 * random.normal()))),
    ),
  );
}

const context: TrainingContext = {
  backend: 'wasm',
  now: () => performance.now(),
  breathe: () => Promise.resolve(),
  wantsStop: () => false,
  onEvent: () => undefined,
  isWatched: false,
};

/** Total variation between the two columns' shares of each text. */
function totalVariation(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  const differences = new Map<string | null, number>();
  for (const cell of a) differences.set(cell, (differences.get(cell) ?? 0) + 1 / a.length);
  for (const cell of b) differences.set(cell, (differences.get(cell) ?? 0) - 1 / b.length);
  return [...differences.values()].reduce((sum, difference) => sum + Math.abs(difference), 0) / 2;
}

describe('a table with a column of 10,000 categories', () => {
  const real = makeTable(1);
  let drawn: TypedTable;

  beforeAll(async () => {
    await prepareTestBackend('wasm');
    const settings = {
      ...defaultTrainingSettings,
      backend: 'wasm',
      preset: 'fast',
      holdoutShare: 0,
    } as const;
    const { model } = await trainModel(real, settings, context, null);
    const chunks: TypedTable[] = [];
    for await (const chunk of generateTable(model, { rows: 50_000, seed: 2, extremes: 'free' }))
      chunks.push(chunk);
    drawn = concatenateTables(chunks);
    model.dispose();
  }, 300_000);

  it('is learnt with weights that grow with the root of the categories', () => {
    const countWeights = (part: TypedTable) => {
      const encoded = encodeTable(part, { minCategoryRows: 1 }, new RandomStream(1, 'encode'));
      const model = createModel(encoded, { makers: new Map(), ranges: [] }, rows, 'balanced', 1);
      model.dispose();
      return model.parameterCount;
    };
    const column = (count: number) =>
      tableOf(
        categories('zip', drawCodes(rows, count, 2, new RandomStream(1, 'codes')), count),
        real.columns[2],
      );
    const [few, many] = [countWeights(column(2_500)), countWeights(column(40_000))];
    // Sixteen times the categories: four times the inputs and outputs, and one direct connection for each.
    expect(many / few).toBeLessThan(8);
    expect(many).toBeLessThan(1_000_000);
  });

  it('keeps the shares of the categories', () => {
    const zip = (table: TypedTable) => cellsOf(table.columns[0]);
    const random = new RandomStream(3, 'rows');
    const cells = zip(real);
    const again = Array.from({ length: 50_000 }, () => cells[random.int(rows)]);
    const byChance = totalVariation(cells, again);
    expect(totalVariation(cells, zip(drawn))).toBeLessThan(1.1 * byChance);
  });

  it('keeps every zip code in its city and state', () => {
    const pairs = (table: TypedTable, a: number, b: number) => {
      const [first, second] = [cellsOf(table.columns[a]), cellsOf(table.columns[b])];
      return first.map((cell, row) => `${cell} ${second[row]}`);
    };
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const known = new Set(pairs(real, a, b));
      expect(pairs(drawn, a, b).filter((pair) => !known.has(pair))).toEqual([]);
    }
  });

  it('draws no category of fewer rows than allowed, and most of the others', () => {
    const found = new Set(cellsOf(drawn.columns[0]));
    expect([...found].filter((cell) => isRare(Number(cell?.slice(4))))).toEqual([]);
    expect(found.size).toBeGreaterThan(0.8 * zips);
  });

  it('keeps what goes with a category', () => {
    const meanPrices = (table: TypedTable) => {
      const [zip, , , price] = table.columns;
      const sums = new Float64Array(zips);
      const counts = new Float64Array(zips);
      if (price.type !== 'numeric') throw new Error('The price is a number.');
      const { values } = price;
      cellsOf(zip).forEach((cell, row) => {
        const code = Number(cell?.slice(4));
        sums[code] += values[row];
        counts[code]++;
      });
      return { counts, means: sums.map((sum, code) => sum / counts[code]) };
    };
    const [a, b] = [meanPrices(real), meanPrices(drawn)];
    const common = [...a.counts.keys()].filter((code) => a.counts[code] >= 12 && b.counts[code] >= 4);
    expect(common.length).toBeGreaterThan(100);
    expect(
      correlation(
        common.map((code) => a.means[code]),
        common.map((code) => b.means[code]),
      ),
    ).toBeGreaterThan(0.8);
  });
});

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: readonly number[], middleX: number, y: readonly number[], middleY: number) =>
    x.reduce((sum, value, i) => sum + (value - middleX) * (y[i] - middleY), 0);
  return product(a, meanA, b, meanB) / Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB));
}
