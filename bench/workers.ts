import { parseArgs } from 'node:util';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../src/engine/backend/prepare-backend';
import { encodeTable } from '../src/engine/encode/encode-table';
import { createModel } from '../src/engine/models/autoregressive/model';
import { RandomStream } from '../src/engine/random';
import { makeCensus } from './training/made-up-census';
import { compareWorkers } from './training/workers';

const rows = 32_561;

/**
 * `npm run bench workers [-- --workers P --rounds N --steps N]`: rows per second of the training step shared by P threads
 * beside one alone, taking turns in one run; what the sharing costs; and what eight threads would come to. The table is
 * made up, in Adult's shape. Medians of the rounds.
 */
export async function run(args: string[]): Promise<void> {
  const options = {
    workers: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '9' },
    steps: { type: 'string', default: '40' },
  } as const;
  const { values } = parseArgs({ args, options });
  await prepareBackend('wasm', embeddedMeans);
  const encoded = encodeTable(makeCensus(rows, 1), { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
  const model = createModel(encoded, { makers: new Map(), ranges: [] }, rows, 'balanced', 1);
  const lines = await compareWorkers(model, {
    workers: Number(values.workers),
    rounds: Number(values.rounds),
    steps: Number(values.steps),
  });
  console.log(lines.join('\n'));
}
