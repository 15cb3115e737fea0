import type { OpenedTable } from '../../../workers/api';
import { estimatePrivately } from '../../engine/train/estimate-privately';
import { estimateTraining, type TrainingEstimate } from '../../engine/train/estimate';
import type { OpenClient } from '../clients/open-client';
import { Workshop } from '../clients/workshop';
import { AnonymityState } from './anonymity.svelte';
import type { Arrangement } from './arrangement.svelte';
import { ColumnsState } from './columns.svelte';
import { ComparisonState } from './comparison.svelte';
import { ConditionsState } from './conditions.svelte';
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
  readonly #workshop: Workshop;

  constructor(client: OpenClient, table: OpenedTable, arrangement: Arrangement) {
    this.#workshop = new Workshop(client);
    const { model, evaluate, release } = this.#workshop;
    this.table = table;
    this.columns = new ColumnsState(client, table.profiles);
    this.anonymity = new AnonymityState(client, () => this.columns.schema.columns);
    this.privacy = new PrivacyState(client, table, () => this.columns.schema.columns);
    this.comparison = new ComparisonState(model, evaluate);
    this.training = new TrainingState(model, () => this.#forgetModel());
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
      manifest: (audience, facts) =>
        makeCertificate(audience, { table, learnt: learnt(), evidence: this.comparison.whole, ...facts }),
    });
  }

  /** There is something that closing the page would lose. */
  get unsaved(): boolean {
    return this.training.active || (this.training.learnt !== null && this.release.exported === null);
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
    if (this.training.active || fault !== null) return;
    await this.training.start(this.columns.schema, settings);
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
