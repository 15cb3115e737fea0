import { UserError } from '../../engine/errors';
import { Arrangement } from './arrangement.svelte';
import type { Drawing } from './drawing.svelte';
import { HostState } from './host/host';
import { KeepingState } from './keeping.svelte';
import { LanguageState } from './language.svelte';
import { OpeningState } from './opening.svelte';
import { isModelFile } from '../../io/model-magic';
import type { ReadChoice } from '../../io/read-table';
import type { TableFile } from './opening.svelte';
import { ReleaseCheckState } from './release-check.svelte';
import { SealState } from './seal.svelte';
import { SharedLink } from './shared-link.svelte';
import { type AfterOpen, loadRest } from '../load-rest';
import { StepHistory } from './step-history';
import type { Study } from './study.svelte';
import { ThemeState } from './theme.svelte';
import { stateWords } from './words';

export type StepName = 'open' | 'columns' | 'train' | 'compare' | 'release';

export const stepNames: readonly StepName[] = ['open', 'columns', 'train', 'compare', 'release'];

export interface StepAccess {
  readonly done: boolean;
  /** Why the step cannot be entered yet; null when it can. */
  readonly locked: string | null;
}

interface Reading {
  readonly file: TableFile;
  readonly choice: ReadChoice;
}

/** The page: which step is shown, and what leads from one to the next. */
export class AppState {
  readonly #page: Window;
  readonly seal: SealState;
  readonly theme: ThemeState;
  readonly language: LanguageState;
  readonly opening: OpeningState;
  readonly check = new ReleaseCheckState();
  readonly shared: SharedLink;
  readonly #history: StepHistory;
  readonly arrangement: Arrangement;
  readonly keeping: KeepingState;
  readonly host: HostState;
  #step = $state<StepName>('open');
  #study = $state.raw<Study | null>(null);
  #rest = $state.raw<AfterOpen | null>(null);
  #drawing = $state.raw<Drawing | null>(null);
  /** A reading that would lose work: waits for an answer. */
  #waiting = $state.raw<Reading | null>(null);

  constructor(page: Window & typeof globalThis) {
    this.#page = page;
    this.seal = new SealState(page);
    this.arrangement = new Arrangement(page.parent !== page);
    this.theme = new ThemeState(page);
    this.language = new LanguageState(page);
    this.keeping = new KeepingState(page);
    this.opening = new OpeningState(
      async () => {
        this.#rest = await loadRest(page.document);
        return new this.#rest.OpenClient();
      },
      (client, table, choice) => {
        const fault = this.arrangement.faultOf({ rows: table.rowCount });
        if (fault) throw new UserError(fault);
        const kept = this.keeping.goOn(table);
        this.#study?.end();
        if (!this.#rest) return;
        const study = new this.#rest.Study(client, table, choice, this.arrangement, this.keeping);
        this.#study = study;
        if (!kept) return this.shared.applyTo(study);
        void study.goOn(kept);
        this.go('train');
      },
    );
    this.shared = new SharedLink(page, () => {
      if (this.#study && !this.#study.training.active) this.shared.applyTo(this.#study);
    });
    this.#history = new StepHistory(page, (step) => this.#show(step));
    this.host = new HostState(page, this);
    page.addEventListener('beforeunload', (event) => {
      if (this.#study?.unsaved || this.#drawing?.file.progress) event.preventDefault();
    });
  }

  get step(): StepName {
    return this.#step;
  }

  get study(): Study | null {
    return this.#study;
  }

  /** What comes after the first step; null until a table has been offered. */
  get rest(): AfterOpen | null {
    return this.#rest;
  }

  /** The saved model that rows are drawn from; it takes the first step's place while it is there. */
  get drawing(): Drawing | null {
    return this.#drawing;
  }

  /** The file that waits for an answer. */
  get waiting(): TableFile | null {
    return this.#waiting?.file ?? null;
  }

  access(step: StepName): StepAccess {
    const training = this.#study?.training;
    const learnt = training?.learnt != null;
    switch (step) {
      case 'open':
        return { done: this.#study !== null, locked: null };
      case 'columns':
        return {
          done: learnt || training?.active === true,
          locked: this.#study ? null : stateWords().needsTable,
        };
      case 'train':
        return { done: learnt, locked: this.#study ? null : stateWords().needsTable };
      case 'compare':
        return { done: this.#study?.comparison.whole != null, locked: this.#lockedWithoutModel(learnt) };
      case 'release':
        return { done: this.#study?.release.file.saved != null, locked: this.#lockedWithoutModel(learnt) };
    }
  }

  go(step: StepName): void {
    const shown = this.#shownFrom(step);
    if (!this.access(step).locked && this.#show(shown)) this.#history.add(shown);
  }

  get steps(): readonly StepName[] {
    return stepNames.filter((step) => this.arrangement.shows(step));
  }

  /** Opens a table, or asks first when that would lose work; a model loses none. */
  async offer(file: TableFile, choice: ReadChoice = {}): Promise<void> {
    if (await isModelFile(file.bytes)) await this.#openModel(file);
    else this.#consider({ file, choice });
  }

  /** Reads the open table again with other settings, or asks first. */
  reread(choice: ReadChoice): void {
    if (this.opening.file) this.#consider({ file: this.opening.file, choice });
  }

  /** Ends all workers and lets go of the table, the model, what was made of it and what the browser keeps for this page. */
  forgetEverything(): void {
    this.go('open');
    this.#waiting = null;
    this.closeDrawing();
    this.#study?.end();
    this.#study = null;
    void this.keeping.delete();
    this.opening.forget();
    this.check.forget();
    this.shared.forget();
    this.theme.forget();
    this.language.forget();
  }

  /** Wipes the training that is kept on the disk; what is being learnt goes on, and is not kept. */
  deleteKept(): Promise<void> {
    return this.#study ? this.#study.deleteKept() : this.keeping.delete();
  }

  answer(replace: boolean): void {
    const reading = this.#waiting;
    this.#waiting = null;
    if (replace && reading) void this.read(reading.file, reading.choice);
  }

  /** @returns whether it was not shown before */
  #show(step: StepName): boolean {
    if (this.access(step).locked || this.#step === step) return false;
    if (step === 'compare') void this.#study?.compare();
    this.#step = step;
    return true;
  }

  #consider(reading: Reading): void {
    if (this.#study?.unsaved) this.#waiting = reading;
    else void this.read(reading.file, reading.choice);
  }

  async #openModel(file: TableFile): Promise<void> {
    this.go('open');
    this.closeDrawing();
    const fault = this.arrangement.faultOf({ bytes: file.bytes.size });
    if (fault) return this.opening.refuse(fault);
    const opened = await this.opening.readInstead(file, async () => {
      this.#rest = await loadRest(this.#page.document);
      return this.#rest.Drawing.open(file, this.arrangement);
    });
    // Where another file was chosen in the meantime, what is shown is that one's.
    if (opened) this.#drawing = opened;
  }

  /** Lets go of the saved model; what is being written from it ends. */
  closeDrawing(): void {
    this.#drawing?.end();
    this.#drawing = null;
  }

  /** Opens a table without asking; what went wrong is in `opening.error`. */
  async read(file: TableFile, choice: ReadChoice = {}): Promise<void> {
    this.go('open');
    this.closeDrawing();
    const fault = this.arrangement.faultOf({ bytes: file.bytes.size });
    if (fault) this.opening.refuse(fault);
    else await this.opening.read(file, this.keeping.unlocked?.table.choice ?? choice);
  }

  /** The step itself, else the next one that is shown, else the one there is. */
  #shownFrom(step: StepName): StepName {
    const later = stepNames.slice(stepNames.indexOf(step));
    return later.find((one) => this.arrangement.shows(one)) ?? this.#step;
  }

  #lockedWithoutModel(learnt: boolean): string | null {
    if (!this.#study) return stateWords().needsTable;
    return learnt ? null : stateWords().needsModel;
  }
}
