import type { FileLike } from '../../../workers/api';
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
import type { Arrangement } from './arrangement.svelte';
import type { ConditionsState } from './conditions.svelte';
import { FileState, type RowSource } from './file.svelte';
import { type ReleaseFacts, timestamp } from './manifest';
import { ModelSaving } from './model-saving.svelte';
import { PapersState } from './papers.svelte';
import { product } from './product';
import { proposeFileName } from './propose-file-name';

export type { Audience };

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
  /** The model as a file. */
  saveModel(like: FileLike): Promise<Blob>;
}

/** The Release step: the file of rows, the model's own, and what is said of them. */
export class ReleaseState {
  readonly #source: ReleaseSource;
  readonly file: FileState;
  readonly model: ModelSaving;
  readonly papers: PapersState;
  #released = $state.raw<readonly (LedgerRecord | null)[]>([]);

  constructor(client: ReleaseClient, conditions: ConditionsState, source: ReleaseSource) {
    this.#source = source;
    this.papers = new PapersState(source.arrangement.policy);
    const onSaved = () => this.#remember(this.ledger);
    this.file = new FileState(client, conditions, rowsOf(source), onSaved);
    this.model = new ModelSaving(() => {
      const { rows, seed } = this.file;
      return source.saveModel({ rows, seed, delimiter: source.delimiter });
    }, onSaved);
  }

  /** As many as the real table has; as many as were declared where the exact number is protected. */
  get defaultRows(): number {
    return defaultRowsOf(this.#source);
  }

  /** Columns whose real cells go out; none where every column is made anew. */
  get kept(): readonly string[] {
    return keptOf(this.#source);
  }

  get realRows(): number {
    return this.#source.realRows;
  }

  /** The page around this one, if there is one, lets models be saved. */
  get mayModelGo(): boolean {
    return this.#source.arrangement.allowsModels;
  }

  /** Of what was learnt; null where there is no formal guarantee. */
  get ledger(): LedgerRecord | null {
    return this.#source.privacy?.ledger ?? null;
  }

  /** The ledger of every model of this table that was saved, or whose rows were; null for one without. Models are named once. */
  get released(): readonly (LedgerRecord | null)[] {
    return this.#released;
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
      this.#source.manifest(audience, { saved: this.file.saved, decision: this.decision, intended }),
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
      syntheticFileName: this.file.saved?.name ?? null,
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
    this.file.reset();
    this.model.reset();
  }

  #remember(ledger: LedgerRecord | null): void {
    if (!this.#released.includes(ledger)) this.#released = [...this.#released, ledger];
  }
}

function rowsOf(source: ReleaseSource): RowSource {
  return {
    get schema() {
      return source.schema;
    },
    get defaultRows() {
      return defaultRowsOf(source);
    },
    /** One for each real row where real cells are kept. */
    get fixedRows() {
      return keptOf(source).length > 0 ? source.realRows : null;
    },
    get formats() {
      return source.arrangement.formats;
    },
    fileName: proposeFileName(source.realFileName),
    seed: 1,
    rowBytes: source.realBytes / source.realRows,
    delimiter: source.delimiter,
  };
}

function defaultRowsOf({ privacy, realRows }: ReleaseSource): number {
  return privacy?.settings.declaredRows ?? realRows;
}

function keptOf({ schema }: ReleaseSource): readonly string[] {
  return schema ? keptNames(schema) : [];
}
