import type { Condition, ExportedFile, ExportFormat, Progress } from '../../../workers/api';
import type { TableSchema } from '../../engine/schema';
import type { ReleaseClient } from '../clients/release-client';
import type { Evidence } from '../../evaluation/evidence';
import type { EvidenceChoices } from '../../evaluation/measure-context';
import { type Decision, decide } from '../../release/decision';
import { type Audience, type Manifest, manifestText } from '../../release/manifest';
import type { ReportInput } from '../../release/report/report-input';
import { type ReportFile, writeReports } from '../../release/report/write-reports';
import { signManifest } from '../../release/signature/sign-manifest';
import { openSink, saveBlob } from '../clients/save-file';
import type { ConditionsState } from './conditions.svelte';
import { explainFailure } from './failure';
import { product, type ReleaseFacts, timestamp } from './manifest';
import { PapersState } from './papers.svelte';

export type { Audience };

/** A file that has been made and saved. */
export interface SavedFile extends ExportedFile {
  readonly name: string;
  readonly format: ExportFormat;
  readonly seed: number;
  readonly guardFormulas: boolean;
  readonly conditions: readonly Condition[];
}

/** What the Release step knows of the work before it. */
export interface ReleaseSource {
  /** As it was learnt; null before there is a model. */
  readonly schema: TableSchema | null;
  readonly realFileName: string;
  readonly realRows: number;
  readonly realBytes: number;
  /** What stands between the cells of the real file. */
  readonly delimiter: string;
  /** The whole evidence, and what it was asked for; null while there is none. */
  measured(): { readonly evidence: Evidence; readonly choices: EvidenceChoices } | null;
  /** The certificate for these readers, about the file saved last (null: none yet). */
  manifest(audience: Audience, facts: Pick<ReleaseFacts, 'saved' | 'decision' | 'intended'>): Manifest;
}

/** The Release step. `export` makes the file AND saves it (download, or straight to disk when large). */
export class ReleaseState {
  readonly #client: ReleaseClient;
  readonly #source: ReleaseSource;
  readonly defaultRows: number;
  readonly conditions: ConditionsState;
  readonly papers = new PapersState();
  /** The saved file's name without its ending. */
  fileName = $state('');
  rows = $state(0);
  /** Of the released rows; the same seed gives the same file. */
  seed = $state(1);
  format = $state<ExportFormat>('csv');
  guardFormulas = $state(true);
  #progress = $state.raw<Progress | null>(null);
  #exported = $state.raw<SavedFile | null>(null);
  #error = $state<string | null>(null);

  constructor(client: ReleaseClient, conditions: ConditionsState, source: ReleaseSource) {
    this.#client = client;
    this.conditions = conditions;
    this.#source = source;
    this.defaultRows = source.realRows;
    this.rows = source.realRows;
    this.fileName = `${source.realFileName.replace(/\.[^.]*$/, '') || 'table'}-synthetic`;
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

  async export(): Promise<void> {
    const { schema } = this.#source;
    if (!schema || this.#progress) return;
    const { format, rows, seed, guardFormulas } = this;
    const conditions = this.conditions.asked;
    const name = `${this.fileName}.${format}`;
    this.#error = null;
    this.#progress = { phase: 'Making rows', done: 0, total: rows, unit: 'rows' };
    try {
      const sink = await openSink(name, (this.#source.realBytes / this.defaultRows) * rows);
      const made = await this.#client.export(
        { format, rows, seed, guardFormulas, delimiter: this.#source.delimiter, conditions },
        schema,
        sink,
        (progress) => void (this.#progress && (this.#progress = progress)),
      );
      if (made.blob) saveBlob(made.blob, name);
      this.#exported = { ...made, name, format, seed, guardFormulas, conditions };
    } catch (error) {
      this.#error = explainFailure(error, 'writing the file');
    } finally {
      this.#progress = null;
    }
  }

  cancel(): void {
    this.#client.end();
  }

  /** What the evidence comes to under the policy; null while there is none. */
  get decision(): Decision | null {
    const measured = this.#source.measured();
    return measured && decide(measured.evidence, measured.choices, this.papers.policy);
  }

  /** The certificate as a file: JSON, signed where there is a key. */
  async manifest(audience: Audience): Promise<Blob> {
    const { intended, key } = this.papers;
    const facts = { saved: this.#exported, decision: this.decision, intended };
    const manifest = this.#source.manifest(audience, facts);
    const written = manifestText(key ? await signManifest(manifest, key) : manifest);
    return new Blob([written], { type: 'application/json' });
  }

  /** Both reports, each as a page and as JSON; none while there is no evidence. */
  reports(): ReportFile[] {
    const measured = this.#source.measured();
    const { decision, papers } = this;
    if (!measured || !decision) return [];
    const input: ReportInput = {
      product,
      created: timestamp(),
      realFileName: this.#source.realFileName,
      syntheticFileName: this.#exported?.name ?? null,
      evidence: measured.evidence,
      decision,
      intended: papers.intended,
    };
    return writeReports(input, papers.disclosure);
  }

  /** Another model: what was saved before is no longer its work. */
  reset(): void {
    this.#client.end();
    this.conditions.reset();
    this.#exported = null;
    this.#error = null;
  }
}
