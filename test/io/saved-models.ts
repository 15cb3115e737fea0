import { embeddedMeans } from '../../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../../src/engine/backend/prepare-backend';
import { concatenateTables, generateTable, type RowSlice } from '../../src/engine/generate/generate-table';
import { ensembleOf } from '../../src/engine/models/autoregressive/ensemble';
import { isAutoregressive } from '../../src/engine/models/autoregressive/model';
import type { TableModel } from '../../src/engine/models/table-model';
import { Ledger } from '../../src/engine/privacy/ledger';
import type { PrivateMechanism } from '../../src/engine/privacy/settings';
import { RandomStream } from '../../src/engine/random';
import { learnMarginals } from '../../src/engine/models/marginals/learn-marginals';
import { learnPrivateNetwork } from '../../src/engine/train/learn-private-network';
import { trainModel } from '../../src/engine/train/train-model';
import { defaultTrainingSettings } from '../../src/engine/train/types';
import type { TypedTable } from '../../src/engine/typed-table';
import { seededNoise } from '../engine/privacy/seeded-noise';
import { cellsOf, numbers, tableOf, texts, valuesOf } from '../engine/typed-columns';

const rows = 1500;
const random = new RandomStream(5, 'saved models');
const made = <T>(of: (row: number) => T) => Array.from({ length: rows }, (_, row) => of(row));

const city = made(() => random.int(4));
const start = made(() => 86_400_000 * random.int(365) + 60_000 * random.int(1440));
const net = made(() => Math.round(100 * Math.exp(2 + 1.2 * random.normal())) / 100);
const tax = made(() => Math.round(100 * Math.exp(1 + random.normal())) / 100);
const sum = made((i) => Math.round(100 * (net[i] + tax[i])) / 100);

/** Something of all that a model knows: keys, texts, categories that decide others, sums, copies, differences, what is missing. */
const table = tableOf(
  texts(
    'id',
    made((i) => `C${10_000 + 7 * i}`),
    'identifier',
  ),
  texts(
    'mail',
    made((i) => `${'abcdefgh'[i % 8]}nn${i}@firm${i % 3}.test`),
    'identifier',
  ),
  texts(
    'city',
    made((i) => ['Aa', 'Bee', 'Cey', 'Dee'][city[i]]),
  ),
  texts(
    'postcode',
    made((i) => `${10 + city[i]}00`),
  ),
  texts(
    'street',
    made((i) => `S${(city[i] * 60 + random.int(60)).toString(36)}`),
  ),
  numbers('net', net, 2),
  numbers('tax', tax, 2),
  numbers('total', sum, 2),
  numbers(
    'paid',
    made((i) => (i % 3 === 0 ? sum[i] : i % 11 === 0 ? Number.NaN : net[i] / 2)),
    2,
  ),
  numbers('start', start, 0, 'datetime'),
  numbers(
    'end',
    start.map((time) => time + 60_000 * (5 + random.int(300))),
    0,
    'datetime',
  ),
  texts(
    'note',
    made((i) => (i % 2 ? `Seen on day ${i}, all well.` : null)),
    'text',
  ),
);

/** Without dates and decimals, whose bounds would have to be found. */
const privateTable = tableOf(
  table.columns[0],
  table.columns[2],
  table.columns[3],
  numbers(
    'age',
    made(() => random.int(90)),
  ),
);
const facts = new Map([
  ['city', { categories: ['Aa', 'Bee', 'Cey', 'Dee'] }],
  ['postcode', { categories: ['1000', '1100', '1200', '1300'] }],
  ['age', { bounds: { minimum: 0, maximum: 110 } }],
]);
const host = { breathe: () => Promise.resolve(), onProgress: () => undefined };

async function inTurns(): Promise<TableModel> {
  const members = [await trained({ preset: 'fast' }), await trained({ preset: 'fast' })];
  return ensembleOf(members.filter(isAutoregressive));
}

async function trained(change: Partial<typeof defaultTrainingSettings>): Promise<TableModel> {
  // No longer than it takes to tell one network from another.
  const settings = { ...defaultTrainingSettings, workers: 1, maxSeconds: 1, minCategoryRows: 1, ...change };
  const context = {
    backend: 'wasm' as const,
    isWatched: false,
    now: () => performance.now(),
    breathe: () => Promise.resolve(),
    wantsStop: () => false,
    onEvent: () => undefined,
  };
  return (await trainModel(table, settings, context, null)).model;
}

function learntPrivately(mechanism: PrivateMechanism): Promise<TableModel> {
  const asked = { epsilon: 4, delta: 1e-6, facts };
  const ledger = new Ledger({ kind: 'row' }, asked);
  return mechanism === 'hybrid' || mechanism === 'dp-sgd'
    ? learnPrivateNetwork(
        { table: privateTable },
        { ...asked, mechanism, seed: 1 },
        ledger,
        seededNoise(1),
        host,
      )
    : learnMarginals(privateTable, { ...asked, mechanism, rowsPerUnit: 1 }, ledger, seededNoise(1), host);
}

/** One of each kind that can be saved. */
export const kinds: readonly [string, () => Promise<TableModel>][] = [
  ['one network', () => trained({ preset: 'fast' })],
  ['networks in turns', () => inTurns()],
  ['a Gaussian copula', () => trained({ model: 'gaussian-copula' })],
  ['independent columns', () => trained({ model: 'independent' })],
  ['private marginals', () => learntPrivately('mst')],
  ['a private network, raked', () => learntPrivately('dp-sgd')],
];

export const prepare = () => prepareBackend('wasm', embeddedMeans);

/** A model's rows as cells, column by column. */
export async function drawCells(model: TableModel, count: number, slice?: RowSlice): Promise<unknown[][]> {
  const chunks: TypedTable[] = [];
  for await (const chunk of generateTable(model, { rows: count, seed: 8, extremes: 'near', slice }))
    chunks.push(chunk);
  return concatenateTables(chunks).columns.map((column) =>
    column.type === 'numeric' ? [...valuesOf(column)] : cellsOf(column),
  );
}
