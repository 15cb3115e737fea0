import { saveBlob } from '../clients/save-file';
import { explainFailure } from './failure';
import { releaseStateWords } from './release-words';

/** What was learnt, saved as a file of its own. */
export class ModelSaving {
  readonly #make: () => Promise<Blob>;
  readonly #onSaved: () => void;
  #isBusy = $state(false);
  #name = $state<string | null>(null);
  #error = $state<string | null>(null);

  /** @param onSaved hears that the model went out */
  constructor(make: () => Promise<Blob>, onSaved: () => void) {
    this.#make = make;
    this.#onSaved = onSaved;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** The file it was saved as last; null where it was not. */
  get name(): string | null {
    return this.#name;
  }

  get error(): string | null {
    return this.#error;
  }

  async save(name: string): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#error = null;
    try {
      saveBlob(await this.#make(), name, 'model');
      this.#name = name;
      this.#onSaved();
    } catch (error) {
      this.#error = explainFailure(error, releaseStateWords().writingFile);
    } finally {
      this.#isBusy = false;
    }
  }

  /** Another model: the file is no longer of this one. */
  reset(): void {
    this.#name = null;
    this.#error = null;
  }
}
