import type { AskableColumn, Condition, GivenEstimate } from '../../../workers/api';
import type { ModelClient } from '../clients/model-client';
import { type ConditionDraft, conditionsOf, isComplete, startDraft } from './condition-drafts';
import { explainFailure } from './failure';
import { releaseStateWords } from './release-words';

/** Milliseconds without a change before the model is asked. */
const pause = 350;

/** The conditions of the Release step, and how rare the model's rows are under them. */
export class ConditionsState {
  readonly #client: Pick<ModelClient, 'askable' | 'estimate'>;
  #columns = $state.raw<readonly AskableColumn[]>([]);
  #drafts = $state.raw<readonly ConditionDraft[]>([]);
  #estimate = $state.raw<GivenEstimate | null>(null);
  #isLooking = $state(false);
  #error = $state<string | null>(null);
  #nextId = 1;
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Pick<ModelClient, 'askable' | 'estimate'>) {
    this.#client = client;
  }

  /** Those that conditions can name; none before the first condition is begun. */
  get columns(): readonly AskableColumn[] {
    return this.#columns;
  }

  get drafts(): readonly ConditionDraft[] {
    return this.#drafts;
  }

  /** Every condition has its values. */
  get complete(): boolean {
    return this.#drafts.every(isComplete);
  }

  /** What the complete ones ask for together. */
  get asked(): readonly Condition[] {
    return this.#drafts.filter(isComplete).flatMap(conditionsOf);
  }

  /** For the conditions as they are; null while it is not known. */
  get estimate(): GivenEstimate | null {
    return this.#estimate;
  }

  get looking(): boolean {
    return this.#isLooking;
  }

  /** Why no row can be drawn under the conditions. */
  get error(): string | null {
    return this.#error;
  }

  /** Begins a condition on the first column that has none. */
  async add(): Promise<void> {
    try {
      if (this.#columns.length === 0) this.#columns = await this.#client.askable();
    } catch (error) {
      this.#error = explainFailure(error, releaseStateWords().lookingAtColumns);
      return;
    }
    const free = this.#columns.find(({ name }) => this.#drafts.every(({ column }) => column !== name));
    const column = free ?? this.#columns.at(0);
    if (column) this.#set([...this.#drafts, startDraft(this.#nextId++, column)]);
    else this.#error = releaseStateWords().nothingToAsk;
  }

  remove(id: number): void {
    this.#set(this.#drafts.filter((draft) => draft.id !== id));
  }

  /** Another column begins the condition anew. */
  change(id: number, change: Partial<Omit<ConditionDraft, 'id'>>): void {
    this.#set(
      this.#drafts.map((draft) => {
        if (draft.id !== id) return draft;
        const column = this.#columns.find(({ name }) => name === change.column);
        return column && column.name !== draft.column ? startDraft(id, column) : { ...draft, ...change };
      }),
    );
  }

  /** Another model: its columns and categories may be others. */
  reset(): void {
    this.#columns = [];
    this.#set([]);
  }

  #set(drafts: readonly ConditionDraft[]): void {
    this.#drafts = drafts;
    this.#estimate = null;
    this.#error = null;
    this.#run++;
    clearTimeout(this.#timer);
    const isAsked = drafts.some(isComplete);
    this.#isLooking = isAsked;
    if (isAsked) this.#timer = setTimeout(() => void this.#look(), pause);
  }

  async #look(): Promise<void> {
    const run = this.#run;
    try {
      const estimate = await this.#client.estimate(this.asked);
      if (run === this.#run) this.#estimate = estimate;
    } catch (error) {
      if (run === this.#run) this.#error = explainFailure(error, releaseStateWords().lookingForRows);
    } finally {
      if (run === this.#run) this.#isLooking = false;
    }
  }
}
