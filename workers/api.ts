/** What the page and its workers say to each other: types only. Calls go over Comlink. */
import type { ColumnProfile } from '../src/engine/analyze/profile';
import type { AskableColumn } from '../src/engine/generate/given/askable-columns';
import type { Condition } from '../src/engine/generate/given/condition';
import type { GivenReport } from '../src/engine/generate/given/report';
import type { Checkpoint, TrainingEvent, TrainingSettings, TrainingSummary } from '../src/engine/train/types';
import type { LedgerRecord } from '../src/engine/privacy/ledger';
import type { PrivacySettings } from '../src/engine/privacy/settings';
import type { ModelFacts, SavedModel } from '../src/engine/saved/saved-model';
import type { ColumnSchema, TableSchema } from '../src/engine/schema';
import type { AnonymityReport } from '../src/engine/sensitive/anonymity/measure-anonymity';
import type { Table } from '../src/engine/table';
import type { TypedTable } from '../src/engine/typed-table';
import type { ExaminerRequest, ExaminerWatch } from '../src/evaluation/examiner';
import type { EvidenceSection, SectionResult } from '../src/evaluation/measure-context';
import type { ComparisonReport, JointComparison } from '../src/evaluation/report';
import type { CurveName } from '../src/evaluation/utility/curve-plans';
import type { LearningCurve } from '../src/evaluation/utility/learning-curves';
import type { Dialect, ReadProblem } from '../src/io/csv/dialect';
import type { Parts, ReadChoice, ReadResult } from '../src/io/read-table';
import type { KeptTable } from '../src/kept/kept-training';
import type { ExportFormat } from '../src/io/write/export-format';
import type { InEachLanguage } from '../src/words';

export interface Progress {
  /** What is being done, as a sentence's beginning: `Reading`, `Looking at columns`. */
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'rows' | 'columns' | 'steps' | 'percent';
}

export type OnProgress = (progress: Progress) => void;

/** Reads a file and keeps its table; no cell leaves this worker but by `serve`, `head` and profiles. */
export interface OpenApi {
  /** Throws UserError with one sentence when the file cannot be used. Replaces a table opened before only on success. */
  open(file: Blob, fileName: string, choice: ReadChoice, onProgress: OnProgress): Promise<OpenedFile>;
  /** Of the columns from one index to before another: all of a wide table's in one message would hold the page. */
  profiles(from: number, to: number): Promise<readonly ColumnProfile[]>;
  /** The column looked at again under another schema. */
  describe(index: number, schema: ColumnSchema): Promise<ColumnProfile>;
  /**
   * How rows hide among each other in the columns whose schemas are given, over all rows. Null where it was asked for again
   * or stopped meanwhile.
   */
  anonymity(schemas: readonly ColumnAt[], k: number, onProgress: OnProgress): Promise<AnonymityReport | null>;
  /** Ends a counting under way; the table stays. */
  stopAnonymity(): Promise<void>;
  /** The first rows of the first columns as they stand in the file. */
  head(rows: number, columns: number): Promise<string[][]>;
  /**
   * The ledger that learning these columns under these settings would leave. The table is not looked at; it is planned here
   * because that takes too long for the page.
   */
  plan(columns: readonly ColumnSchema[], settings: PrivacySettings): Promise<LedgerRecord>;
  /** Offers the table to another worker at the other end of the port (RealTableSource). */
  serve(port: MessagePort): Promise<void>;
}

/** A column of the table that is open, under a schema. */
export interface ColumnAt {
  readonly index: number;
  readonly schema: ColumnSchema;
}

/** What is known of a table before its columns are. */
export interface OpenedFile {
  readonly fileName: string;
  readonly byteCount: number;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly rowCount: number;
  /** Rows of the file, where those read are a uniform sample of them. */
  readonly sampledFrom?: number;
  readonly kind: ReadResult['kind'];
  /** Sheets or files that the table was chosen from; null where there was nothing to choose. */
  readonly parts: Parts | null;
  readonly dialect: Dialect;
  readonly problems: readonly ReadProblem[];
  readonly columnCount: number;
}

export interface OpenedTable extends OpenedFile {
  readonly profiles: readonly ColumnProfile[];
}

/** What OpenApi.serve offers on a port. */
export interface RealTableSource {
  table(): Promise<Table>;
}

/** Learns a table and draws synthetic ones. Ended (terminated) to cancel. */
export interface ModelApi {
  /** The port of a RealTableSource. */
  connect(port: MessagePort): Promise<void>;
  /**
   * Resolves when training is done (or stopped); events arrive meanwhile. Resumes when a checkpoint is given.
   * @param keep where its checkpoints are to be kept on the disk; null: nothing touches it
   */
  train(
    schema: TableSchema,
    settings: TrainingSettings,
    checkpoint: Checkpoint | null,
    onEvent: (event: TrainingEvent) => void,
    keep: KeepOrder | null,
    onKept: OnKept,
  ): Promise<TrainingSummary>;
  /** Keeps nothing more of the training under way; resolves when nothing is being written. */
  stopKeeping(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Anneals briefly, then ends training and keeps the model. */
  stop(): Promise<void>;
  /** Draws the sample that Compare looks at and keeps it for `serve`. */
  sample(rows: number, seed: number, onProgress: OnProgress): Promise<void>;
  /** The columns that conditions can name. */
  askable(): Promise<readonly AskableColumn[]>;
  /**
   * How rows under the conditions would be drawn, from some thousands drawn on trial. Null where another estimate was asked
   * for meanwhile. Throws UserError where a condition cannot be met.
   */
  estimate(conditions: readonly Condition[]): Promise<GivenEstimate | null>;
  /** What was learnt, as a model file (docs/scale.md). Throws UserError where real cells are kept beside it. */
  save(like: FileLike): Promise<Blob>;
  /** Takes the model in a file, to draw from it as if it had been learnt here. Throws UserError where it cannot be used. */
  open(file: Blob): Promise<void>;
  /** The model that was read from a file. */
  opened(): Promise<OpenedModel>;
  /** Offers the sample, the split and a stream of fresh rows (SyntheticTableSource). */
  serve(port: MessagePort): Promise<void>;
}

/** What a file drawn from a saved model is to be like, where nobody says otherwise. */
export type FileLike = Pick<ModelFacts, 'rows' | 'seed' | 'delimiter'>;

/** What a model file tells of itself. */
export interface OpenedModel extends Pick<SavedModel, 'kind' | 'facts' | 'learntRows'> {
  readonly schema: TableSchema;
}

/** How a training is to be kept on the disk, encrypted. */
export interface KeepOrder {
  /** Of the passphrase (kept/seal). */
  readonly key: CryptoKey;
  readonly table: KeptTable;
  /** The program that can go on with it. */
  readonly program: string;
}

/** Hears that a training has been kept (null), or why it has not, in one sentence. */
export type OnKept = (fault: string | null) => void | Promise<void>;

export interface GivenEstimate {
  readonly report: GivenReport;
  /** Rows that the model learnt from. */
  readonly learntRows: number;
}

export interface RowSplit {
  /** Row numbers of the real table that the model learnt from (validation rows included). */
  readonly training: Uint32Array;
  /** Row numbers it never saw. */
  readonly holdout: Uint32Array;
}

/** What ModelApi.serve offers on a port. */
export interface SyntheticTableSource {
  sample(): Promise<TypedTable>;
  split(): Promise<RowSplit>;
  /** Starts a fresh stream of `rows` rows that meet the conditions; the same seed gives the same rows. */
  start(rows: number, seed: number, conditions: readonly Condition[]): Promise<void>;
  /** The next rows of the stream (at most some thousands; under conditions maybe none), or null at its end. */
  next(): Promise<TypedTable | null>;
  /** How the rows of the stream were drawn under its conditions; null where there are none. */
  report(): Promise<GivenReport | null>;
}

/** What the page knows of a section before it is measured. */
export type SectionOutline = Pick<EvidenceSection, 'name' | 'family' | 'asks' | 'together'>;

/** Compares the sample with the real table, one part of the evidence at a time. */
export interface EvaluateApi {
  connect(real: MessagePort, synthetic: MessagePort): Promise<void>;
  /** Takes in the tables and what is asked of them; before `compare` and `measure`. Answers with the sections there are. */
  prepare(schema: TableSchema, request: ExaminerRequest): Promise<readonly SectionOutline[]>;
  /** Columns, pairs, copies: partial reports (column figures first) arrive by `onPartial`; the answer is what they did not tell. */
  compare(
    onPartial: ExaminerWatch['onPartial'],
    onProgress: ExaminerWatch['onProgress'],
  ): Promise<InEachLanguage<Partial<ComparisonReport>>>;
  /** One section of the evidence, by its name. Where it breaks off its only content is a note that says so. */
  measure(
    section: string,
    onProgress: (phase: string, done: number, total: number) => void,
  ): Promise<InEachLanguage<SectionResult<unknown>>>;
  joint(schema: TableSchema, first: string, second: string): Promise<JointComparison>;
  /** A curve that is no part of the evidence. A sentence that says why where nothing can be predicted. */
  curve(
    schema: TableSchema,
    request: ExaminerRequest,
    name: CurveName,
    onProgress: (phase: string, done: number, total: number) => void,
  ): Promise<LearningCurve | string>;
}

export type { AskableColumn, Condition, ExportFormat, GivenReport };

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly rows: number;
  readonly seed: number;
  /** CSV: put a ' before cells that a spreadsheet would run as a formula. */
  readonly guardFormulas: boolean;
  /** CSV: the real file's; written where readers know it, else a comma. */
  readonly delimiter: string;
  /** Only rows that meet all of these. */
  readonly conditions: readonly Condition[];
}

/** Writes files from a stream of fresh rows. */
export interface ReleaseApi {
  connect(synthetic: MessagePort): Promise<void>;
  /** To `sink` as it is made where the browser can save so, else as a Blob. */
  export(
    request: ExportRequest,
    schema: TableSchema,
    sink: WritableStream<Uint8Array> | null,
    onProgress: OnProgress,
  ): Promise<ExportedFile>;
}

export interface ExportedFile {
  /** Null when the bytes went to the sink. */
  readonly blob: Blob | null;
  readonly rowCount: number;
  readonly byteCount: number;
  readonly sha256: string;
  /** How the rows were drawn under conditions; null where there were none. */
  readonly given: GivenReport | null;
}
