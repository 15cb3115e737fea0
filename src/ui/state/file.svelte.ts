import type { Condition, ExportedFile, ExportFormat, Progress } from '../../../workers/api';
import type { TableSchema } from '../../engine/schema';
import type { ReleaseClient } from '../clients/release-client';
import { heldInMemory, openSink, saveBlob } from '../clients/save-file';
import type { ConditionsState } from './conditions.svelte';
import { explainFailure } from './failure';
import { releaseStateWords } from './release-words';

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

/** The rows that a file can have, and what it is to be like where nobody says otherwise. */
export interface RowSource {
  /** Null before there is a model. */
  readonly schema: TableSchema | null;
  /** The file's name without its ending. */
  readonly fileName: string;
  readonly defaultRows: number;
  /** The only number of rows there can be; null where any can. */
  readonly fixedRows: number | null;
  readonly seed: number;
  /** About how many bytes a row takes. */
  readonly rowBytes: number;
  /** What stands between the cells of the real file. */
  readonly delimiter: string;
  /** Those to choose from; at least one. */
  readonly formats: readonly ExportFormat[];
}

/** A file of synthetic rows: how it is asked for, made and saved. */
export class FileState {
  readonly #client: ReleaseClient;
  readonly #source: RowSource;
  readonly #onSaved: () => void;
  readonly conditions: ConditionsState;
  /** The saved file's name without its ending. */
  name = $state('');
  /** Of the rows; the same seed gives the same file. */
  seed = $state(1);
  format = $state<ExportFormat>('csv');
  guardFormulas = $state(true);
  #progress = $state.raw<Progress | null>(null);
  #saved = $state.raw<SavedFile | null>(null);
  #error = $state<string | null>(null);
  #rows = $state<number | null>(null);

  /** @param onSaved hears of each file that went out */
  constructor(
    client: ReleaseClient,
    conditions: ConditionsState,
    source: RowSource,
    onSaved: () => void = () => undefined,
  ) {
    this.#client = client;
    this.conditions = conditions;
    this.#source = source;
    this.#onSaved = onSaved;
    this.name = source.fileName;
    this.seed = source.seed;
    this.format = source.formats[0];
  }

  get rows(): number {
    return this.#source.fixedRows ?? this.#rows ?? this.#source.defaultRows;
  }

  set rows(rows: number) {
    this.#rows = rows === this.#source.defaultRows ? null : rows;
  }

  /** Null: as many as is usual. */
  get chosenRows(): number | null {
    return this.#rows;
  }

  /** Their number cannot be chosen. */
  get hasFixedRows(): boolean {
    return this.#source.fixedRows !== null;
  }

  /** Those that files may have here. */
  get formats(): readonly ExportFormat[] {
    return this.#source.formats;
  }

  /** Null when no file is being made. */
  get progress(): Progress | null {
    return this.#progress;
  }

  /** The file made last. */
  get saved(): SavedFile | null {
    return this.#saved;
  }

  get error(): string | null {
    return this.#error;
  }

  /** About how much memory the file takes before it can be saved, bytes; null where that does not matter. */
  get memoryBytes(): number | null {
    const bytes = this.#source.rowBytes * this.rows;
    return heldInMemory(bytes) ? bytes : null;
  }

  /** Makes the file as it is asked for here and saves it, or as another page asks for it and gives it to that. */
  async export(
    { format, rows, seed }: Pick<FileState, 'format' | 'rows' | 'seed'> = this,
    recipient: Recipient | null = null,
  ): Promise<void> {
    const { schema, delimiter, rowBytes } = this.#source;
    if (!schema || this.#progress) return;
    const { guardFormulas } = this;
    const words = releaseStateWords();
    const conditions = this.conditions.asked;
    const name = `${this.name}.${format}`;
    this.#error = null;
    this.#progress = { phase: words.makingRows, done: 0, total: rows, unit: 'rows' };
    try {
      const sink = recipient ? null : await openSink(name, rowBytes * rows);
      const made = await this.#client.export(
        { format, rows, seed, guardFormulas, delimiter, conditions },
        schema,
        sink,
        (progress) => void (this.#progress && (this.#progress = progress)),
      );
      const givenTo = recipient?.origin ?? null;
      const file: SavedFile = { ...made, name, format, seed, guardFormulas, conditions, givenTo };
      if (made.blob && recipient) recipient.take(made.blob, file);
      else if (made.blob) saveBlob(made.blob, name);
      this.#saved = file;
      this.#onSaved();
    } catch (error) {
      this.#error = explainFailure(error, words.writingFile);
    } finally {
      this.#progress = null;
    }
  }

  cancel(): void {
    this.#client.end();
  }

  /** Another model: what was saved before is no longer its work. */
  reset(): void {
    this.cancel();
    this.conditions.reset();
    this.#saved = null;
    this.#error = null;
  }
}
