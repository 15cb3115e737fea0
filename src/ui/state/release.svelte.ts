import type { Condition, ExportedFile, ExportFormat, Progress } from '../../../workers/api';
import type { LedgerRecord } from '../../engine/privacy/ledger';
import type { PrivacySettings } from '../../engine/privacy/settings';
import { keptNames, type TableSchema } from '../../engine/schema';
import type { ReleaseClient } from '../clients/release-client';
import type { Evidence } from '../../evaluation/evidence';
import type { EvidenceChoices } from '../../evaluation/measure-context';
import { type Decision, decide } from '../../release/decision';
import { type Audience, type Manifest, manifestText } from '../../release/manifest';
import { writeGuaranteedReport } from '../../release/report/guaranteed-report';
import { type ReportFile, writeReports } from '../../release/report/write-reports';
import { signManifest } from '../../release/signature/sign-manifest';
import { inLanguage } from '../../words';
import { heldInMemory, openSink, saveBlob } from '../clients/save-file';
import type { Arrangement } from './arrangement.svelte';
import type { ConditionsState } from './conditions.svelte';
import { explainFailure } from './failure';
import { type ReleaseFacts, timestamp } from './manifest';
import { PapersState } from './papers.svelte';
import { product } from './product';
import { proposeFileName } from './propose-file-name';
import { releaseStateWords } from './release-words';

export type { Audience };

/** A file that has been made and saved. */
export interface SavedFile extends ExportedFile {
  readonly name: string;
  readonly format: ExportFormat;
  readonly seed: number;
  readonly guardFormulas: boolean;
  readonly conditions: readonly Condition[];
  /** The page around this one that it was given to; null: saved here. */
  readonly givenTo: string | null;
}

/** Another page that a file is for. */
export interface Recipient {
  readonly origin: string;
  take(bytes: Blob, file: SavedFile): void;
}

/** What the Release step knows of the work before it. */
export interface ReleaseSource {
  /** As it was learnt; null before there is a model. */
  readonly schema: TableSchema | null;
  /** What it was learnt under, and the looks that took; null where nothing formal was asked for. */
  readonly privacy: { readonly settings: PrivacySettings; readonly ledger: LedgerRecord } | null;
  readonly realFileName: string;
  /** Rows of the real file, where those read are a sample of them. */
  readonly sampledFrom?: number;
  readonly realRows: number;
  readonly realBytes: number;
  /** What stands between the cells of the real file. */
  readonly delimiter: string;
  /** What the page around this one laid down. */
  readonly arrangement: Arrangement;
  /** The whole evidence, and what it was asked for; null while there is none. */
  measured(): { readonly evidence: Evidence; readonly choices: EvidenceChoices } | null;
  /** The certificate for these readers, about the file saved last (null: none yet). */
  manifest(audience: Audience, facts: Pick<ReleaseFacts, 'saved' | 'decision' | 'intended'>): Manifest;
}

/** The Release step. `export` makes the file AND saves it (download, or straight to disk when large). */
export class ReleaseState {
  readonly #client: ReleaseClient;
  readonly #source: ReleaseSource;
  readonly conditions: ConditionsState;
  readonly papers: PapersState;
  /** The saved file's name without its ending. */
  fileName = $state('');
  /** Of the released rows; the same seed gives the same file. */
  seed = $state(1);
  format = $state<ExportFormat>('csv');
  guardFormulas = $state(true);
  #progress = $state.raw<Progress | null>(null);
  #exported = $state.raw<SavedFile | null>(null);
  #error = $state<string | null>(null);
  #rows = $state<number | null>(null);
  #released = $state.raw<readonly (LedgerRecord | null)[]>([]);

  constructor(client: ReleaseClient, conditions: ConditionsState, source: ReleaseSource) {
    this.#client = client;
    this.conditions = conditions;
    this.#source = source;
    this.papers = new PapersState(source.arrangement.policy);
    this.format = this.formats[0];
    this.fileName = proposeFileName(source.realFileName);
  }

  /** As many as the real table has; as many as were declared where the exact number is protected. */
  get defaultRows(): number {
    return this.#source.privacy?.settings.declaredRows ?? this.#source.realRows;
  }

  /** Columns whose real cells go out; none where every column is made anew. */
  get kept(): readonly string[] {
    return this.#source.schema ? keptNames(this.#source.schema) : [];
  }

  /** One for each real row where real cells are kept. */
  get rows(): number {
    if (this.kept.length > 0) return this.realRows;
    return this.#rows ?? this.defaultRows;
  }

  set rows(rows: number) {
    this.#rows = rows === this.defaultRows ? null : rows;
  }

  /** Null: as many as is usual. */
  get chosenRows(): number | null {
    return this.#rows;
  }

  get realRows(): number {
    return this.#source.realRows;
  }

  /** Those that files may have here. */
  get formats(): readonly ExportFormat[] {
    return this.#source.arrangement.formats;
  }

  /** Of what was learnt; null where there is no formal guarantee. */
  get ledger(): LedgerRecord | null {
    return this.#source.privacy?.ledger ?? null;
  }

  /** The ledger of every model of this table whose rows have been saved; null for one without. Models are named once. */
  get released(): readonly (LedgerRecord | null)[] {
    return this.#released;
  }

  /** Null when no file is being made. */
  get progress(): Progress | null {
    return this.#progress;
  }

  get exported(): SavedFile | null {
    return this.#exported;
  }

  get error(): string | null {
    return this.#error;
  }

  /** About how much memory the file takes before it can be saved, bytes; null where that does not matter. */
  get memoryBytes(): number | null {
    const bytes = this.#bytesOf(this.rows);
    return heldInMemory(bytes) ? bytes : null;
  }

  /** Makes the file as it is asked for here and saves it, or as another page asks for it and gives it to that. */
  async export(
    { format, rows, seed }: Pick<ReleaseState, 'format' | 'rows' | 'seed'> = this,
    recipient: Recipient | null = null,
  ): Promise<void> {
    const { schema } = this.#source;
    if (!schema || this.#progress) return;
    const { guardFormulas } = this;
    const words = releaseStateWords();
    const conditions = this.conditions.asked;
    const name = `${this.fileName}.${format}`;
    this.#error = null;
    this.#progress = { phase: words.makingRows, done: 0, total: rows, unit: 'rows' };
    try {
      const sink = recipient ? null : await openSink(name, this.#bytesOf(rows));
      const made = await this.#client.export(
        { format, rows, seed, guardFormulas, delimiter: this.#source.delimiter, conditions },
        schema,
        sink,
        (progress) => void (this.#progress && (this.#progress = progress)),
      );
      const givenTo = recipient?.origin ?? null;
      const file: SavedFile = { ...made, name, format, seed, guardFormulas, conditions, givenTo };
      if (made.blob && recipient) recipient.take(made.blob, file);
      else if (made.blob) saveBlob(made.blob, name);
      this.#exported = file;
      this.#remember(this.ledger);
    } catch (error) {
      this.#error = explainFailure(error, words.writingFile);
    } finally {
      this.#progress = null;
    }
  }

  /** About how large a file of so many rows is. */
  #bytesOf(rows: number): number {
    return (this.#source.realBytes / this.#source.realRows) * rows;
  }

  cancel(): void {
    this.#client.end();
  }

  /** What the evidence comes to under the policy; null while there is none. */
  get decision(): Decision | null {
    const measured = this.#source.measured();
    return measured && decide(measured.evidence, measured.choices, this.papers.policy, this.ledger);
  }

  /** The certificate as a file: JSON, signed where there is a key. Its sentences are English, whatever the page speaks. */
  async manifest(audience: Audience): Promise<Blob> {
    const { intended, key } = this.papers;
    const manifest = inLanguage('en', () =>
      this.#source.manifest(audience, { saved: this.#exported, decision: this.decision, intended }),
    );
    const written = manifestText(key ? await signManifest(manifest, key) : manifest);
    return new Blob([written], { type: 'application/json' });
  }

  /**
   * The reports, each as a page and as JSON. The private one needs evidence, and without a guarantee the shareable one does;
   * under a guarantee that is made of what was declared and paid for, and of nothing else.
   */
  reports(): ReportFile[] {
    const measured = this.#source.measured();
    const { decision, ledger, papers } = this;
    const facts = {
      product,
      created: timestamp(),
      realFileName: this.#source.realFileName,
      sampledFrom: this.#source.sampledFrom,
      syntheticFileName: this.#exported?.name ?? null,
      ledger,
      intended: papers.intended,
    };
    const columns = this.#source.schema?.columns.filter(({ role }) => role !== 'drop') ?? [];
    const guaranteed = ledger ? writeGuaranteedReport({ ...facts, ledger, columns }) : [];
    if (!measured || !decision) return guaranteed;
    return [
      ...guaranteed,
      ...writeReports({ ...facts, evidence: measured.evidence, decision }, papers.disclosure),
    ];
  }

  /** Another model: what was saved before is no longer its work. */
  reset(): void {
    this.#client.end();
    this.conditions.reset();
    this.#exported = null;
    this.#error = null;
  }

  #remember(ledger: LedgerRecord | null): void {
    if (!this.#released.includes(ledger)) this.#released = [...this.#released, ledger];
  }
}
