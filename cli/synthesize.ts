import { writeFile as writeText } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { UserError } from '../src/engine/errors';
import { generateTable } from '../src/engine/generate/generate-table';
import { interpretTable } from '../src/engine/interpret';
import { keptNames } from '../src/engine/schema';
import { modelKinds } from '../src/engine/models/table-model';
import { describeLedger } from '../src/engine/privacy/ledger-words';
import { prepareBackendFor } from '../src/engine/train/prepare-backend-for';
import { type TrainedModel, trainModel } from '../src/engine/train/train-model';
import {
  type BackendName,
  defaultTrainingSettings,
  mostWorkers,
  type Preset,
  type StepEvent,
  type TrainingEvent,
  type TrainingSettings,
} from '../src/engine/train/types';
import type { TypedTable } from '../src/engine/typed-table';
import { guaranteeOf, partialSynthesis } from '../src/release/guarantee';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { certificatePaths, writeCertificates } from './certificates';
import { configureSchema } from '../src/engine/configure-schema';
import { keepReal, readConfiguration } from './configuration';
import { checkDestination, formatOf, openFile, writeFile } from './files';
import { threads } from './peers';
import { writeModel } from './model-files';
import { oneOf, wholeNumber } from './options';
import { privacyOptions, readPrivacy } from './privacy';
import { checkGiven, describeGiven, drawGiven, type GivenRows } from './given';

const presets: readonly Preset[] = ['fast', 'balanced', 'best'];
const backends: readonly (BackendName | 'auto')[] = ['auto', 'wasm', 'cpu'];

const options = {
  out: { type: 'string' },
  rows: { type: 'string' },
  seed: { type: 'string' },
  model: { type: 'string' },
  preset: { type: 'string' },
  backend: { type: 'string' },
  workers: { type: 'string' },
  holdout: { type: 'string' },
  'min-category-rows': { type: 'string' },
  'pin-extremes': { type: 'boolean' },
  'max-seconds': { type: 'string' },
  ...privacyOptions,
  given: { type: 'string', multiple: true },
  keep: { type: 'string' },
  config: { type: 'string' },
  'save-model': { type: 'string' },
  summary: { type: 'string' },
  certificates: { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const;

/** `understudy synthesize`: learns a table and writes synthetic rows. */
export async function synthesize(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length !== 1)
    throw new UserError('Name one table: understudy synthesize REAL.csv --out SYNTHETIC.csv');
  const { out, 'save-model': modelPath, summary } = values;
  if (out === undefined && (modelPath === undefined || values.certificates))
    throw new UserError('Say where the synthetic table goes: --out SYNTHETIC.csv, or --save-model MODEL');
  await checkDestinations(values, positionals[0]);
  const wantedRows = wholeNumber('rows', values.rows, 1);
  const configuration = await readConfiguration(values.config);
  const free = readSettings(values, configuration.settings);
  const opened = await openFile(positionals[0], configuration.dialect);
  const schema = keepReal(configureSchema(opened.schema, configuration.columns), values.keep);
  const kept = keptNames(schema);
  checkKept(kept, values);
  const settings = { ...free, privacy: await readPrivacy(values, schema.columns) };
  const table = interpretTable(opened.table, schema);
  const conditions = values.given ?? [];
  checkGiven(conditions, table, settings);

  const say = values.quiet ? () => undefined : (text: string) => process.stderr.write(text);
  const trained = await train(table, settings, say);
  const rows = wantedRows ?? rowsToDraw(trained, opened.table.rowCount);
  const { seed, pinExtremes } = settings;
  const extremes = pinExtremes ? 'exact' : 'near';
  if (modelPath !== undefined) {
    const { delimiter } = opened.dialect;
    const size = await writeModel(modelPath, trained, { rows, seed, extremes, delimiter });
    say(`Saved the model to ${modelPath} (${(size / 1e6).toFixed(1)} MB).\n`);
  }
  const started = performance.now();
  const given = conditions.length > 0 ? drawGiven(trained.model, conditions, rows, seed) : null;
  const chunks = () => given?.chunks ?? generateTable(trained.model, { rows, seed, extremes });
  const written =
    out === undefined ? null : await writeFile(out, chunks(), { schema, dialect: opened.dialect });
  const generateSeconds = (performance.now() - started) / 1000;
  if (written) say(`Wrote ${written.rowCount} rows to ${out} in ${generateSeconds.toFixed(1)} s.\n`);
  if (given) say(`${given.describe()}\n`);
  if (kept.length > 0) say(`${partialSynthesis(kept)}\n`);
  if (summary !== undefined)
    await writeSummary(summary, trained, written?.rowCount ?? 0, table, generateSeconds, given);
  if (values.certificates && out !== undefined && written)
    await writeCertificates(out, { name: positionals[0], opened, schema, settings, trained, written, given });
}

/** Throws UserError where real columns are kept and what is asked for does not go with it. */
function checkKept(kept: readonly string[], values: Values): void {
  if (kept.length === 0) return;
  if (values.rows !== undefined || values.given !== undefined)
    throw new UserError(
      'With real columns kept there is one row for each real row: leave out --rows and --given, or keep none.',
    );
  if (values['save-model'] !== undefined)
    throw new UserError('A model file holds no real cells: leave out --save-model, or keep no real columns.');
}

/** Throws UserError where a file that is asked for cannot be written: said before the training, not after it. */
async function checkDestinations(values: Values, real: string): Promise<void> {
  const out = values.out as string | undefined;
  const options = ['out', 'save-model', 'summary'].map((name) => [name, values[name]] as const);
  const certificates =
    values.certificates && out !== undefined
      ? certificatePaths(out).map((path) => ['certificates', path] as const)
      : [];
  if (out !== undefined) formatOf(out);
  for (const [option, path] of [...options, ...certificates])
    if (typeof path === 'string') await checkDestination(path, `--${option}`, real);
}

/** As many as the real table has; under differential privacy as many as its noisy count tells. */
function rowsToDraw({ model, summary }: TrainedModel, realRows: number): number {
  return summary.ledger ? model.encoded.rowCount : realRows;
}

type Values = { readonly [key: string]: string | boolean | string[] | undefined };

function readSettings(values: Values, configured: Partial<TrainingSettings> = {}): TrainingSettings {
  const text = (name: string) => values[name] as string | undefined;
  const base = { ...defaultTrainingSettings, ...configured };
  return {
    ...base,
    seed: wholeNumber('seed', text('seed'), 0) ?? base.seed,
    model: oneOf('model', text('model'), modelKinds) ?? base.model,
    preset: oneOf('preset', text('preset'), presets) ?? base.preset,
    backend: oneOf('backend', text('backend'), backends) ?? base.backend,
    workers: workers(text('workers')) ?? base.workers,
    holdoutShare: share('holdout', text('holdout')) ?? base.holdoutShare,
    minCategoryRows: wholeNumber('min-category-rows', text('min-category-rows'), 1) ?? base.minCategoryRows,
    pinExtremes: values['pin-extremes'] === true || base.pinExtremes,
    maxSeconds: wholeNumber('max-seconds', text('max-seconds'), 1) ?? base.maxSeconds,
  };
}

function workers(text: string | undefined): TrainingSettings['workers'] | undefined {
  if (text === undefined || text === 'auto') return text;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > mostWorkers || text.trim() === '') {
    throw new UserError(`--workers must be auto or a whole number from 1 to ${mostWorkers}, not "${text}".`);
  }
  return value;
}

function share(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value >= 0 && value <= 0.5) || text.trim() === '') {
    throw new UserError(`--${name} is a share of the rows from 0 to 0.5, not "${text}".`);
  }
  return value;
}

async function train(
  table: TypedTable,
  settings: TrainingSettings,
  say: (text: string) => void,
): Promise<TrainedModel> {
  const now = () => performance.now();
  const { backend } = await prepareBackendFor(settings, embeddedMeans, now);
  if (table.sampledFrom !== undefined)
    say(`The file is larger than is held: these are a uniform sample of its ${table.sampledFrom} rows.\n`);
  say(`Learning ${table.rowCount} rows × ${table.columns.length} columns on ${backend}.\n`);
  const context = {
    backend,
    peers: threads,
    isWatched: false,
    now,
    breathe: () => Promise.resolve(),
    wantsStop: () => false,
    onEvent: (event: TrainingEvent) => {
      if (event.type === 'step') say(progressLine(event));
      if (event.type === 'notice') say(`\n${event.message}\n`);
    },
  };
  const trained = await trainModel(table, settings, context, null);
  const { seconds, validationLoss } = trained.summary;
  const loss = validationLoss === null ? '' : `; validation loss ${validationLoss.toFixed(3)}`;
  if (trained.summary.ledger) say(`\r${describeLedger(trained.summary.ledger)}\n`);
  say(`\rLearnt in ${seconds.toFixed(1)} s${loss}.${' '.repeat(40)}\n`);
  return trained;
}

function progressLine(event: StepEvent): string {
  const rate = Math.round(event.rowsPerSecond);
  const left = Math.ceil(event.secondsLeft);
  const network = event.networks > 1 ? `network ${event.network} of ${event.networks}, ` : '';
  return `\r${network}${event.step} of ${event.totalSteps} steps, loss ${event.loss.toFixed(2)}, ${rate} rows/s, ${left} s left   `;
}

async function writeSummary(
  path: string,
  { summary }: TrainedModel,
  rows: number,
  table: TypedTable,
  generateSeconds: number,
  given: GivenRows | null,
): Promise<void> {
  const content = {
    rows,
    columns: table.columns.length,
    model: summary.model,
    backend: summary.backend,
    workers: summary.workers,
    seed: summary.seed,
    trainSeconds: summary.seconds,
    generateSeconds,
    epochs: summary.epochs,
    validationLoss: summary.validationLoss,
    ...(summary.ledger ? { guarantee: guaranteeOf(summary.ledger) } : {}),
    peakMemoryMB: process.resourceUsage().maxRSS / 1024,
    ...(given ? { given: describeGiven(given) } : {}),
  };
  await writeText(path, `${JSON.stringify(content, null, 2)}\n`);
}
