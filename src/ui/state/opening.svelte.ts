import type { OpenedTable, Progress } from '../../../workers/api';
import type { ReadChoice } from '../../io/read-table';
import type { OpenClient } from '../clients/open-client';
import { explainFailure } from './failure';
import type { Pace } from './progress-meter';
import { ProgressMeter } from './progress-meter';
import { progressWords } from '../../words/progress-words';
import { stateWords } from './words';

/** What is shown of a table that was opened: the Columns step has all columns of wide ones. */
export const preview = { rows: 12, columns: 40 };

/** Where the table's bytes come from: a file, pasted text or a sample. */
export interface TableFile {
  readonly bytes: Blob;
  readonly name: string;
}

/** A file in which no table was found, and how it was to be read. */
interface RefusedFile {
  readonly file: TableFile;
  readonly choice: ReadChoice;
}

type OnOpened = (client: OpenClient, table: OpenedTable, choice: ReadChoice) => void;

/** The Open step: one reading at a time; the table read before stays until another is read whole. */
export class OpeningState {
  readonly #start: () => Promise<OpenClient>;
  readonly #onOpened: OnOpened;
  #reading: OpenClient | null = null;
  /** Of the reading that counts: what an earlier one still brings is not wanted any more. */
  #turn = 0;
  #file = $state.raw<TableFile | null>(null);
  #choice = $state.raw<ReadChoice>({});
  #table = $state.raw<OpenedTable | null>(null);
  #head = $state.raw<readonly (readonly string[])[]>([]);
  #progress = $state.raw<Progress | null>(null);
  #pace = $state.raw<Pace | null>(null);
  #readingName = $state('');
  #error = $state<string | null>(null);
  #refused = $state.raw<RefusedFile | null>(null);

  /**
   * `start` gives the client of a new reading, once there is all that it needs; `onOpened` throws UserError where the table
   * may not be used.
   */
  constructor(start: () => Promise<OpenClient>, onOpened: OnOpened) {
    this.#start = start;
    this.#onOpened = onOpened;
  }

  /** What `table` was read from. */
  get file(): TableFile | null {
    return this.#file;
  }

  get table(): OpenedTable | null {
    return this.#table;
  }

  /** The first rows of the first columns, without the header. */
  get head(): readonly (readonly string[])[] {
    return this.#head;
  }

  get choice(): ReadChoice {
    return this.#choice;
  }

  /** Null when nothing is being read. */
  get progress(): Progress | null {
    return this.#progress;
  }

  get pace(): Pace | null {
    return this.#pace;
  }

  get readingName(): string {
    return this.#readingName;
  }

  get error(): string | null {
    return this.#error;
  }

  /** The file that `error` is about, when it was read and no table was found in it. */
  get refused(): RefusedFile | null {
    return this.#refused;
  }

  /** Reads a file, ending a reading under way. */
  async read(file: TableFile, choice: ReadChoice): Promise<void> {
    this.cancel();
    const turn = this.#turn;
    this.#begin(file);
    try {
      const client = await this.#start();
      if (turn !== this.#turn) return;
      this.#reading = client;
      const table = await client.open(file.bytes, file.name, choice, this.#meter(turn));
      const head = await client.head(preview.rows, preview.columns);
      if (turn !== this.#turn) return;
      this.#onOpened(client, table, choice);
      this.#reading = null;
      this.#keep(file, choice, table, head);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#error = explainFailure(error, stateWords().doing.readingFile);
      if (this.#reading) this.#refused = { file, choice };
    } finally {
      if (turn === this.#turn) this.#end();
    }
  }

  /**
   * Reads something else than a table; the table read before stays.
   * @returns null where it was given up, or cannot be used: `error` says why
   */
  async readInstead<Opened extends { end(): void }>(
    file: TableFile,
    open: () => Promise<Opened>,
  ): Promise<Opened | null> {
    this.cancel();
    const turn = this.#turn;
    this.#begin(file);
    try {
      const opened = await open();
      if (turn === this.#turn) return opened;
      opened.end();
    } catch (error) {
      if (turn === this.#turn) this.#error = explainFailure(error, stateWords().doing.readingFile);
    } finally {
      if (turn === this.#turn) this.#end();
    }
    return null;
  }

  cancel(): void {
    this.#end();
    this.#error = null;
    this.#refused = null;
  }

  /** As if nothing had been opened. */
  forget(): void {
    this.cancel();
    this.#file = null;
    this.#choice = {};
    this.#table = null;
    this.#head = [];
    this.#readingName = '';
  }

  #end(): void {
    this.#turn++;
    this.#reading?.end();
    this.#reading = null;
    this.#progress = null;
  }

  /** Says why something offered cannot be read. */
  refuse(sentence: string): void {
    this.#error = sentence;
    this.#refused = null;
  }

  #begin(file: TableFile): void {
    this.#readingName = file.name;
    this.#pace = null;
    this.#progress = { phase: progressWords().reading, done: 0, total: file.bytes.size, unit: 'bytes' };
  }

  #meter(turn: number): (progress: Progress) => void {
    const meter = new ProgressMeter();
    return (progress) => {
      if (turn !== this.#turn) return;
      this.#progress = progress;
      this.#pace = meter.read(progress, performance.now());
    };
  }

  #keep(file: TableFile, choice: ReadChoice, table: OpenedTable, head: string[][]): void {
    this.#file = file;
    this.#choice = choice;
    this.#table = table;
    this.#head = head;
  }
}
