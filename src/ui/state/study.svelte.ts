import type { OpenedTable } from '../../../workers/api';
import type { ReadChoice } from '../../io/read-table';
import { estimatePrivately } from '../../engine/train/estimate-privately';
import { estimateTraining, type TrainingEstimate } from '../../engine/train/estimate';
import type { KeptTraining } from '../../kept/kept-training';
import type { OpenClient } from '../clients/open-client';
import { Workshop } from '../clients/workshop';
import { AnonymityState } from './anonymity.svelte';
import type { Arrangement } from './arrangement.svelte';
import { ColumnsState } from './columns.svelte';
import { ComparisonState } from './comparison.svelte';
import { ConditionsState } from './conditions.svelte';
import type { KeepingState } from './keeping.svelte';
import { KeptRuns } from './kept-runs.svelte';
import { makeCertificate } from './manifest';
import { PrivacyState } from './privacy.svelte';
import { ReleaseState } from './release.svelte';
import { TrainingState } from './training.svelte';

/** All that is done with one opened table; another table begins another study. */
export class Study {
  readonly table: OpenedTable;
  readonly columns: ColumnsState;
  readonly anonymity: AnonymityState;
  readonly privacy: PrivacyState;
  readonly training: TrainingState;
  readonly comparison: ComparisonState;
  readonly release: ReleaseState;
  /** Runs kept for comparison; they outlive the model they tell of. */
  readonly kept = new KeptRuns();
  readonly keeping: KeepingState;
  readonly #workshop: Workshop;

  constructor(
    client: OpenClient,
    table: OpenedTable,
    choice: ReadChoice,
    arrangement: Arrangement,
    keeping: KeepingState,
  ) {
    this.#workshop = new Workshop(client);
    const { model, evaluate, release } = this.#workshop;
    this.table = table;
    this.columns = new ColumnsState(client, table.profiles);
    this.anonymity = new AnonymityState(client, () => this.columns.schema.columns);
    this.privacy = new PrivacyState(client, table, () => this.columns.schema.columns);
    this.comparison = new ComparisonState(model, evaluate);
    this.keeping = keeping;
    const { fileName, sha256, rowCount } = table;
    this.training = new TrainingState(
      model,
      () => this.#forgetModel(),
      () => {
        const order = this.canBeKept ? keeping.order({ fileName, sha256, rowCount, choice }) : null;
        return order && { order, onKept: (fault) => keeping.take(fault) };
      },
    );
    const learnt = () => this.training.learnt;
    this.release = new ReleaseState(release, new ConditionsState(model), {
      get schema() {
        return learnt()?.schema ?? null;
      },
      get privacy() {
        const { settings, summary } = learnt() ?? {};
        return settings?.privacy && summary?.ledger
          ? { settings: settings.privacy, ledger: summary.ledger }
          : null;
      },
      arrangement,
      realFileName: table.fileName,
      sampledFrom: table.sampledFrom,
      realRows: table.rowCount,
      realBytes: table.byteCount,
      delimiter: table.dialect.delimiter,
      measured: () => {
        const { whole, choices } = this.comparison;
        return whole && { evidence: whole, choices };
      },
      saveModel: (like) => model.save(like),
      manifest: (audience, facts) =>
        makeCertificate(audience, { table, learnt: learnt(), evidence: this.comparison.whole, ...facts }),
    });
  }

  /** There is something that closing the page would lose. */
  get unsaved(): boolean {
    const { file, model } = this.release;
    const isSaved = file.saved !== null || model.name !== null;
    return this.training.active || (this.training.learnt !== null && !isSaved);
  }

  /** The columns have been changed since the model learnt them. */
  get outdated(): boolean {
    const { learnt } = this.training;
    return learnt !== null && learnt.schema !== this.columns.schema;
  }

  /** A promise is asked for that was not when the model was learnt, or the other way round. */
  get promisedOtherwise(): boolean {
    const { learnt } = this.training;
    return learnt !== null && this.privacy.isOn !== (learnt.settings.privacy !== null);
  }

  /** What learning will take, as it is asked for. */
  get estimate(): TrainingEstimate {
    const estimate = estimateTraining(this.columns.profiles, this.training.settings);
    const { settings } = this.privacy.asked;
    return settings
      ? { ...estimate, seconds: estimatePrivately(settings, this.privacy.factColumns.length) }
      : estimate;
  }

  /** Begins a training, unless one is under way or what is asked of privacy cannot be promised. */
  async learn(): Promise<void> {
    const { settings, fault } = this.privacy.asked;
    if (this.training.active || fault !== null || this.lacksToKeep !== null) return;
    await this.training.start(this.columns.schema, settings);
  }

  /** Why a training that is to be kept cannot begin; null where it can. */
  get lacksToKeep(): string | null {
    return this.canBeKept ? this.keeping.lacks : null;
  }

  /** What is learnt in one go leaves nothing to keep, and a private training is not to be begun again from a copy. */
  get canBeKept(): boolean {
    return !this.privacy.isOn && this.training.settings.model === 'autoregressive';
  }

  /** Goes on with a training of this very table that was kept. */
  async goOn({ settings, schema, checkpoint }: KeptTraining): Promise<void> {
    this.training.settings = settings;
    await this.columns.adopt(schema);
    if (!this.training.active) await this.training.start(this.columns.schema, null, checkpoint);
  }

  /** Ends the keeping, and wipes what was kept. */
  async deleteKept(): Promise<void> {
    await this.training.stopKeeping();
    await this.keeping.delete();
  }

  /** Begins the comparison when none has been begun of this model. */
  async compare(): Promise<void> {
    const { learnt } = this.training;
    if (!learnt || this.comparison.started) return;
    const { training, validation } = learnt.summary.rows;
    const table = { schema: learnt.schema, rows: training + validation };
    await this.comparison.start(table, learnt.settings.seed);
  }

  end(): void {
    this.#workshop.end();
  }

  #forgetModel(): void {
    this.comparison.reset();
    this.release.reset();
  }
}
