import { tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { encodeTable } from '../../../src/engine/encode/encode-table';
import { generateTable } from '../../../src/engine/generate/generate-table';
import { createModel } from '../../../src/engine/models/autoregressive/model';
import { RandomStream } from '../../../src/engine/random';
import { calibrateLooseColumns } from '../../../src/engine/train/calibrate-loose';
import { prepareTestBackend } from '../models/backends';
import { cellsOf, tableOf, texts } from '../typed-columns';

beforeAll(() => prepareTestBackend('wasm'));

it('has columns that are drawn last come as often as they were learnt', async () => {
  const rows = 3000;
  const random = new RandomStream(1, 'rows');
  const column = (shares: readonly number[]) =>
    Array.from({ length: rows }, () => {
      const at = random.float();
      return at < shares[0] ? 'yes' : at < shares[0] + shares[1] ? 'no' : 'unknown';
    });
  const table = tableOf(texts('ill', column([0.22, 0.78])), texts('smokes', column([0.3, 0.5])));
  const encoded = encodeTable(table, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
  const model = createModel(encoded, { makers: new Map(), ranges: [] }, rows, 'fast', 1);
  expect(model.blueprint.loose).toEqual([0, 1]);
  const bias = model.network.parameter('outputBias');
  const skewed = Float32Array.from(await bias.value.data(), (value, i) => value + (i % 2 === 0 ? 0.4 : -0.3));
  bias.replaceValue(tensor2d(skewed, [1, skewed.length]));

  await calibrateLooseColumns(model, 1);
  for await (const drawn of generateTable(model, { rows: 2048, seed: 5, extremes: 'free' })) {
    table.columns.forEach((learnt, index) => {
      const share = (cells: (string | null)[], cell: string) =>
        cells.filter((own) => own === cell).length / cells.length;
      const off = share(cellsOf(drawn.columns[index]), 'yes') - share(cellsOf(learnt), 'yes');
      // Three standard errors of 2,048 rows drawn, and as many of those counted.
      expect(Math.abs(off)).toBeLessThan(0.04);
    });
  }
  model.dispose();
});
