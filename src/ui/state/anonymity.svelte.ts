import { SvelteSet } from 'svelte/reactivity';
import type { Progress } from '../../../workers/api';
import type { ColumnSchema } from '../../engine/schema';
import {
  type AnonymityReport,
  isCountable,
  isProposed,
} from '../../engine/sensitive/anonymity/measure-anonymity';
import type { OpenClient } from '../clients/open-client';
import { explainFailure } from './failure';
import { progressWords } from '../../words/progress-words';
import { stateWords } from './words';

type Counter = Pick<OpenClient, 'anonymity' | 'stopAnonymity'>;

/** What was asked, and what came of it. */
interface Counted {
  readonly report: AnonymityReport;
  readonly schemas: readonly ColumnSchema[];
}

/** How rows of the real table hide among each other: counted by the worker that holds the table, when asked. */
export class AnonymityState {
  readonly #client: Counter;
  readonly #columns: () => readonly ColumnSchema[];
  /** Columns that an outsider is taken to know. */
  readonly known = new SvelteSet<number>();
  k = $state(5);
  #counted = $state.raw<Counted | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #error = $state<string | null>(null);
  #run = 0;
  readonly #countable = $derived.by(() =>
    this.#columns().flatMap((column, index) => (isCountable(column) ? [{ index, name: column.name }] : [])),
  );

  constructor(client: Counter, columns: () => readonly ColumnSchema[]) {
    this.#client = client;
    this.#columns = columns;
    columns().forEach((column, index) => isProposed(column) && this.known.add(index));
  }

  /** Columns that can be counted, by index. */
  get countable(): readonly { readonly index: number; readonly name: string }[] {
    return this.#countable;
  }

  get chosen(): readonly number[] {
    return this.countable.map(({ index }) => index).filter((index) => this.known.has(index));
  }

  /** Null before anything was counted. */
  get report(): AnonymityReport | null {
    return this.#counted?.report ?? null;
  }

  /** Something has been changed since. */
  get outdated(): boolean {
    const { report, schemas } = this.#counted ?? {};
    const now = this.#columns();
    const chosen = this.chosen.map((index) => now[index]);
    return (
      report?.k !== this.k || schemas?.length !== chosen.length || chosen.some((one, i) => one !== schemas[i])
    );
  }

  /** Null when nothing is being counted. */
  get progress(): Progress | null {
    return this.#progress;
  }

  get error(): string | null {
    return this.#error;
  }

  async count(): Promise<void> {
    const run = ++this.#run;
    const columns = this.#columns();
    const asked = this.chosen.map((index) => ({ index, schema: columns[index] }));
    if (asked.length === 0) return;
    this.#error = null;
    this.#progress = { phase: progressWords().countingAlike, done: 0, total: 1, unit: 'steps' };
    try {
      const report = await this.#client.anonymity(asked, this.k, (progress) => {
        // The last of them may come after the report.
        if (run === this.#run && this.#progress) this.#progress = progress;
      });
      if (run === this.#run && report) this.#counted = { report, schemas: asked.map(({ schema }) => schema) };
    } catch (error) {
      if (run === this.#run) this.#error = explainFailure(error, stateWords().doing.countingAlike);
    } finally {
      if (run === this.#run) this.#progress = null;
    }
  }

  stop(): void {
    this.#run++;
    this.#progress = null;
    void this.#client.stopAnonymity().catch(() => undefined);
  }
}
