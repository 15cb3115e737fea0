import type { Condition } from '../engine/generate/given/condition';
import type { GivenReport } from '../engine/generate/given/report';
import { type ColumnSchema, keptNames, type TableSchema } from '../engine/schema';
import type { NumberFormat } from '../engine/table';
import type { TrainingSettings, TrainingSummary } from '../engine/train/types';
import type { ComparisonReport } from '../evaluation/report';
import type { Outcome, PolicyCheck } from './check-policy';
import type { Decision } from './decision';
import { inLanguage } from '../words';
import { type MeasuredFigures, measuredFigures } from './measured-figures';
import type { Threshold } from './policy';
import { type Guarantee, guaranteeOf } from './guarantee';
import { describeProvenance, type Provenance } from './provenance';
import { type RepeatAdvice, repeatAdvice } from './repeat-advice';
import type { Signed } from './signature/sign-manifest';

/** All that is known of a release; everything but `outputs` comes from, or speaks of, the real table. */
export interface ManifestInput {
  readonly product: Product;
  /** When the files were written, ISO 8601. */
  readonly created: string;
  readonly source: SourceFile;
  readonly schema: TableSchema;
  readonly settings: TrainingSettings;
  readonly training: TrainingSummary;
  /** Name to version of the libraries that did the arithmetic or wrote the files. */
  readonly libraries: Readonly<Record<string, string>>;
  /** In English; null when nothing was compared. */
  readonly comparison: ComparisonReport | null;
  /** In English; null when nothing was measured. */
  readonly decision: Decision | null;
  readonly intended: IntendedUse;
  readonly outputs: readonly OutputFile[];
}

/** In the words of whoever releases the rows, for whoever gets them; possibly empty. */
export interface IntendedUse {
  readonly use: string;
  readonly limits: string;
}

interface Product {
  readonly name: string;
  readonly version: string;
}

interface SourceFile {
  readonly fileName: string;
  readonly byteCount: number;
  readonly sha256: string;
  readonly rowCount: number;
  /** How many of them were read: a uniform sample, where the file is too large to be held. */
  readonly rowsUsed: number;
}

interface OutputFile {
  readonly fileName: string;
  readonly format: string;
  readonly rowCount: number;
  readonly byteCount: number;
  readonly sha256: string;
  /** Seed of the rows drawn; not the training's. */
  readonly seed: number;
  /** CSV: whether cells that a spreadsheet would run were given a ' before them. */
  readonly guardFormulas: boolean;
  /** The rows meet all of these; none where rows of every kind were drawn. */
  readonly conditions: readonly Condition[];
  /** How rows were drawn under them, and how well; null without conditions. */
  readonly given: GivenReport | null;
}

/** What may be told of a file: of conditions which columns they name, as the file shows it. */
interface PublicOutput extends Omit<OutputFile, 'seed' | 'conditions' | 'given'> {
  readonly conditionedColumns: readonly string[];
}

export type Audience = 'private' | 'shareable';
export type Manifest = PrivateManifest | ShareableManifest;

/** For whoever holds the real table: enough to make the same files again and to judge them. */
export interface PrivateManifest extends ManifestHead {
  readonly audience: 'private';
  readonly source: SourceFile & { readonly columnCount: number };
  readonly columns: TableSchema['columns'];
  readonly settings: TrainingSettings;
  readonly training: TrainingSummary;
  readonly libraries: Readonly<Record<string, string>>;
  readonly measured: MeasuredFigures | null;
  readonly decision: Decision | null;
  readonly outputs: readonly OutputFile[];
  readonly makeAgain: RepeatAdvice;
}

/** For whoever gets the synthetic files: of what was computed from the real table, whether thresholds were met, alone. */
export interface ShareableManifest extends ManifestHead {
  readonly audience: 'shareable';
  /** What was made coarser or kept is said: the values show it. */
  readonly columns: readonly PublicColumn[];
  /** The preset is the network's alone; under differential privacy the share held out is all that counts. */
  readonly settings: Pick<TrainingSettings, 'holdoutShare'> &
    Partial<Pick<TrainingSettings, 'preset' | 'minCategoryRows' | 'pinExtremes'>>;
  readonly model: TrainingSummary['model'];
  readonly libraries: Readonly<Record<string, string>>;
  readonly outputs: readonly PublicOutput[];
  /** Null when nothing was measured. */
  readonly checked: PublicCheck | null;
  readonly leftOut: readonly LeftOut[];
}

interface PublicColumn extends Pick<ColumnSchema, 'name' | 'kind' | 'coarsening'> {
  /** The real cells were kept; absent where they were made anew. */
  readonly values?: 'real';
}

/** A policy, and whether each of its thresholds was met. */
interface PublicCheck extends Omit<PolicyCheck, 'results'> {
  readonly results: readonly {
    readonly id: string;
    readonly name: string;
    readonly threshold: Threshold;
    readonly outcome: Outcome;
  }[];
}

interface ManifestHead {
  readonly manifest: 'understudy';
  readonly manifestVersion: 1;
  readonly audience: Audience;
  readonly notice: string;
  readonly product: Product;
  readonly created: string;
  readonly guarantee: Guarantee;
  readonly intended: IntendedUse;
  /** The same in terms that other programs read (JSON-LD). */
  readonly provenance: Provenance;
}

export interface LeftOut {
  readonly fields: readonly string[];
  readonly why: string;
}

const notices: Readonly<Record<Audience, string>> = {
  private:
    'Private: this file describes the real table. Keep it with the real table and share it with nobody else.',
  shareable:
    'Shareable: this file tells nothing of the real table beyond what the synthetic files show, but, under “checked”, ' +
    'whether each threshold that was set was met.',
};

const noticeOfGuarantee =
  'Shareable: of the real table this file tells what was declared public, and what the ledger under “guarantee” lists; nothing else.';

/** What a shareable manifest does not say, and why. */
export const leftOutWhenShared: readonly LeftOut[] = [
  {
    fields: ['source.fileName', 'source.byteCount', 'source.sha256'],
    why: 'Whoever holds a guess at the real file could confirm it by its hash or its size.',
  },
  {
    fields: [
      'source.rowCount',
      'source.rowsUsed',
      'training.rows',
      'training.epochs',
      'training.steps',
      'training.seconds',
      'settings.maxSeconds',
    ],
    why: 'The exact number of real rows, and what follows from it, tells whether a known person was counted.',
  },
  {
    fields: ['columns of role drop', 'source.columnCount', 'columns.missingTokens', 'columns.why'],
    why: 'They speak of parts of the real table that are not in the synthetic one.',
  },
  {
    fields: [
      'training.validationLoss',
      'training.parameters',
      'training.stopped',
      'training.backend',
      'training.workers',
      'training.workersLost',
      'settings.backend',
      'settings.workers',
    ],
    why: 'They depend on the real rows, or help to repeat the training on a guess at them.',
  },
  {
    fields: ['settings.seed', 'outputs.seed'],
    why: 'With the seeds, a guess at the whole real table could be confirmed by making the same file from it.',
  },
  {
    fields: ['outputs.conditions', 'outputs.given'],
    why: 'A condition may name values of the real table, and how rare its rows are was computed from it.',
  },
  {
    fields: ['measured', 'decision'],
    why: 'Every comparison figure, per column or over all, was computed from the real rows.',
  },
];

/** Under differential privacy besides. */
const leftOutWhenPrivate: LeftOut = {
  fields: ['checked'],
  why: 'Whether a threshold was met was computed from the real rows, and nobody paid for it.',
};

/**
 * The record of a release, for one audience. Its sentences are English, whatever is spoken: it is signed, and programs read it. The shareable one is put together field by field from what may be
 * told, so that a field added to the input later stays private until someone decides otherwise.
 */
export function makeManifest(input: ManifestInput, audience: 'private'): PrivateManifest;
export function makeManifest(input: ManifestInput, audience: 'shareable'): ShareableManifest;
export function makeManifest(input: ManifestInput, audience: Audience): Manifest;
export function makeManifest(input: ManifestInput, audience: Audience): Manifest {
  return inLanguage('en', () => (audience === 'private' ? makePrivate(input) : makeShareable(input)));
}

/** The manifest as it stands in a file: keys in the order of its type, two spaces, a newline at the end. */
export function manifestText(manifest: Manifest | Signed<Manifest>): string {
  return JSON.stringify(manifest, null, 2) + '\n';
}

function makeHead(input: ManifestInput, audience: Audience): Omit<ManifestHead, 'audience'> {
  const guarantee = guaranteeOf(input.training.ledger, keptNames(input.schema));
  return {
    manifest: 'understudy',
    manifestVersion: 1,
    notice: audience === 'shareable' && input.training.ledger ? noticeOfGuarantee : notices[audience],
    product: { name: input.product.name, version: input.product.version },
    created: input.created,
    guarantee,
    intended: { use: input.intended.use, limits: input.intended.limits },
    provenance: describeProvenance(input, audience, guarantee.statement),
  };
}

function makePrivate(input: ManifestInput): PrivateManifest {
  const { source, settings, training } = input;
  return {
    audience: 'private',
    ...makeHead(input, 'private'),
    source: {
      fileName: source.fileName,
      byteCount: source.byteCount,
      sha256: source.sha256,
      rowCount: source.rowCount,
      rowsUsed: source.rowsUsed,
      columnCount: input.schema.columns.length,
    },
    columns: input.schema.columns.map((column) => ({
      name: column.name,
      kind: column.kind,
      role: column.role,
      missingTokens: column.missingTokens,
      numberFormat: numberFormatOf(column),
      dateFormat: column.dateFormat,
      why: column.why,
      chosenByUser: column.chosenByUser,
      ...(column.matter && { matter: column.matter }),
      ...(column.coarsening && { coarsening: column.coarsening }),
    })),
    settings: {
      model: settings.model,
      preset: settings.preset,
      seed: settings.seed,
      backend: settings.backend,
      workers: settings.workers,
      holdoutShare: settings.holdoutShare,
      minCategoryRows: settings.minCategoryRows,
      pinExtremes: settings.pinExtremes,
      maxSeconds: settings.maxSeconds,
      privacy: settings.privacy,
    },
    training: {
      model: training.model,
      backend: training.backend,
      workers: training.workers,
      workersLost: training.workersLost,
      seed: training.seed,
      rows: {
        training: training.rows.training,
        validation: training.rows.validation,
        holdout: training.rows.holdout,
      },
      epochs: training.epochs,
      steps: training.steps,
      seconds: training.seconds,
      validationLoss: training.validationLoss,
      parameters: training.parameters,
      stopped: training.stopped,
      ledger: training.ledger,
    },
    libraries: sortedByName(input.libraries),
    measured: input.comparison && measuredFigures(input.comparison),
    decision: input.decision && inOrder(input.decision),
    outputs: input.outputs.map(privateOutput),
    makeAgain: repeatAdvice(input),
  };
}

function makeShareable(input: ManifestInput): ShareableManifest {
  return {
    audience: 'shareable',
    ...makeHead(input, 'shareable'),
    columns: input.schema.columns
      .filter((column) => column.role !== 'drop')
      .map(({ name, kind, role, coarsening }) => ({
        name,
        kind,
        ...(coarsening && { coarsening }),
        ...(role === 'real' && { values: 'real' }),
      })),
    settings: publicSettings(input),
    model: input.training.model,
    libraries: sortedByName(input.libraries),
    outputs: input.outputs.map(publicOutput),
    checked: input.training.ledger ? null : input.decision && publicCheck(input.decision.check),
    leftOut: input.training.ledger ? [...leftOutWhenShared, leftOutWhenPrivate] : leftOutWhenShared,
  };
}

function publicSettings({
  settings: { model, preset, holdoutShare, minCategoryRows, pinExtremes },
  training: { ledger },
}: ManifestInput): ShareableManifest['settings'] {
  if (ledger) return { holdoutShare };
  return { ...(model === 'autoregressive' && { preset }), holdoutShare, minCategoryRows, pinExtremes };
}

function privateOutput(output: OutputFile): OutputFile {
  const { seed, conditions, given } = output;
  return {
    ...fileOf(output),
    seed,
    conditions: conditions.map(({ column, test, values }) => ({ column, test, values })),
    given: given && {
      method: given.method,
      probability: given.probability,
      drawn: given.drawn,
      kept: given.kept,
      effectiveShare: given.effectiveShare,
      acceptance: given.acceptance,
      cutOff: given.cutOff,
    },
  };
}

function publicOutput(output: OutputFile): PublicOutput {
  return {
    ...fileOf(output),
    conditionedColumns: [...new Set(output.conditions.map(({ column }) => column))],
  };
}

/** Without the figures, and without the limits' words, which name the held-out rows' figure. */
function publicCheck({ policy, version, onMissing, results, met }: PolicyCheck): PublicCheck {
  return {
    policy,
    version,
    onMissing,
    results: results.map(({ id, name, threshold, outcome }) => ({
      id,
      name,
      threshold: {
        most: threshold.most,
        least: threshold.least,
        margin: threshold.margin,
        judge: threshold.judge,
      },
      outcome,
    })),
    met,
  };
}

function fileOf(output: OutputFile): Omit<OutputFile, 'seed' | 'conditions' | 'given'> {
  return {
    fileName: output.fileName,
    format: output.format,
    rowCount: output.rowCount,
    byteCount: output.byteCount,
    sha256: output.sha256,
    guardFormulas: output.guardFormulas,
  };
}

/** The same with the fields of every object in the order of their names. */
function inOrder<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(inOrder) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, inOrder<unknown>(field)] as const);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))) as Value;
}

function sortedByName(versions: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Its fields in one order; those that are absent stay so. */
function numberFormatOf({ numberFormat }: ColumnSchema): NumberFormat {
  const { minFractionDigits, maxFractionDigits, decimalSeparator, prefix, suffix, grouping, negative } =
    numberFormat;
  return { minFractionDigits, maxFractionDigits, decimalSeparator, prefix, suffix, grouping, negative };
}
