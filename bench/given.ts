import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openFile } from '../cli/files';
import { root } from '../scripts/bundle';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { UserError } from '../src/engine/errors';
import { concatenateTables, generateTable } from '../src/engine/generate/generate-table';
import { type Condition, parseCondition } from '../src/engine/generate/given/condition';
import { ConditionalDraw } from '../src/engine/generate/given/conditional-draw';
import type { GivenReport } from '../src/engine/generate/given/report';
import { interpretTable } from '../src/engine/interpret';
import { type ModelKind, modelKinds, type TableModel } from '../src/engine/models/table-model';
import { prepareBackendFor } from '../src/engine/train/prepare-backend-for';
import { trainModel } from '../src/engine/train/train-model';
import { defaultTrainingSettings, type Preset } from '../src/engine/train/types';
import type { TypedTable } from '../src/engine/typed-table';
import { columnDistance } from './given/distances';
import { rowsThatMeet } from './given/rejection';
import { untiltedShare } from './given/untilted';

/** Of the census table: common and rare, early and late in the order of prediction. */
const defaultSets = [
  'income=>50K & sex=Female',
  'country=Vietnam',
  'country=Scotland|Honduras|Hungary',
  'age>=80',
  'capgain>=50000',
  'occupation=Armed-Forces|Priv-house-serv & hours>=50',
  'age>=30 & age<=35 & education=Doctorate & sex=Female',
  'fnlwgt>=700000',
];

const options = {
  table: { type: 'string', default: join(root, '../shared/data/adult/train.csv') },
  given: {
    type: 'string',
    multiple: true,
    default: defaultSets,
  },
  rows: { type: 'string', default: '10000' },
  preset: { type: 'string', default: 'balanced' },
  model: { type: 'string', default: 'autoregressive' },
  seconds: { type: 'string', default: '15' },
} as const;

const now = () => performance.now();

/**
 * `npm run bench given [-- --table FILE --given "a=b & c>=d" --rows N --preset NAME --model NAME --seconds T]`: learns the
 * table once; for each set of conditions draws rows given them, and, for T seconds at most, by throwing rows
 * away; prints speed, effective sample size, and how far the other columns are from the real rows that meet the conditions.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  if (!existsSync(values.table)) throw new UserError('The table is not there: name it with --table FILE.');
  const { table: read, schema } = await openFile(values.table);
  const table = interpretTable(read, schema);
  const model = await learn(table, values.preset as Preset, values.model as ModelKind);
  console.log(heading);
  for (const set of values.given) {
    const conditions = set.split(' & ').map((text) => parseCondition(text, table.columns));
    console.log(await measure(model, table, set, conditions, Number(values.rows), Number(values.seconds)));
  }
  model.dispose();
}

async function learn(table: TypedTable, preset: Preset, kind: ModelKind): Promise<TableModel> {
  if (!modelKinds.includes(kind)) throw new UserError(`--model is one of ${modelKinds.join(', ')}.`);
  const settings = { ...defaultTrainingSettings, preset, model: kind, holdoutShare: 0.1 };
  const { backend } = await prepareBackendFor(settings, embeddedMeans, now);
  const context = {
    backend,
    isWatched: false,
    now,
    breathe: () => Promise.resolve(),
    wantsStop: () => false,
    onEvent: () => undefined,
  };
  return (await trainModel(table, settings, context, null)).model;
}

const heading =
  '| given | real rows | share, real / model | ESS untilted | ESS | kept | cut off | rows/s given | pilot s | rows/s rejection | ' +
  'TV given | TV rejection | by chance |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|';

async function measure(
  model: TableModel,
  table: TypedTable,
  name: string,
  conditions: readonly Condition[],
  rows: number,
  seconds: number,
): Promise<string> {
  const real = rowsThatMeet(table, conditions);
  const given = await drawGiven(model, conditions, rows);
  const rejected = await drawByRejection(model, conditions, rows, seconds);
  const leftOut = new Set(conditions.map(({ column }) => column));
  const near = columnDistance(table, real, given.table, leftOut);
  const far = rejected.table && columnDistance(table, real, rejected.table, leftOut);
  const { report } = given;
  const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)} %`;
  return `| ${[
    name,
    real.rowCount,
    `${percent(real.rowCount / table.rowCount, 3)} / ${percent(report.probability, 3)}`,
    percent(await untiltedShare(model, conditions)),
    percent(report.effectiveShare),
    percent(report.acceptance),
    percent(report.cutOff, 2),
    Math.round(given.rate),
    given.pilotSeconds.toFixed(2),
    rejected.rate.toFixed(rejected.rate < 100 ? 1 : 0),
    near.mean.toFixed(4),
    far ? `${far.mean.toFixed(4)} (${rejected.table?.rowCount})` : '–',
    near.byChance.toFixed(4),
  ].join(' | ')} |`;
}

async function drawGiven(
  model: TableModel,
  conditions: readonly Condition[],
  rows: number,
): Promise<{ table: TypedTable; report: GivenReport; rate: number; pilotSeconds: number }> {
  const draw = new ConditionalDraw(model, conditions);
  try {
    const started = now();
    await draw.estimate();
    const learnt = now();
    const chunks: TypedTable[] = [];
    for await (const chunk of draw.rows(rows, 1)) chunks.push(chunk);
    const rate = (1000 * rows) / (now() - learnt);
    return {
      table: concatenateTables(chunks),
      report: draw.report,
      rate,
      pilotSeconds: (learnt - started) / 1000,
    };
  } finally {
    draw.dispose();
  }
}

async function drawByRejection(
  model: TableModel,
  conditions: readonly Condition[],
  rows: number,
  seconds: number,
): Promise<{ table: TypedTable | null; rate: number }> {
  const started = now();
  const kept: TypedTable[] = [];
  let count = 0;
  for await (const chunk of generateTable(model, { rows: 1e9, seed: 1, extremes: 'free' })) {
    const fitting = rowsThatMeet(chunk, conditions);
    if (fitting.rowCount > 0) kept.push(fitting);
    count += fitting.rowCount;
    if (count >= rows || now() - started > 1000 * seconds) break;
  }
  const rate = (1000 * count) / (now() - started);
  return { table: kept.length > 0 ? concatenateTables(kept) : null, rate };
}
