import type { OpenedModel } from '../../../workers/api';
import { ReleaseClient } from '../clients/release-client';
import { SavedModelClient } from '../clients/saved-model-client';
import type { Arrangement } from './arrangement.svelte';
import { ConditionsState } from './conditions.svelte';
import { FileState } from './file.svelte';
import type { TableFile } from './opening.svelte';
import { proposeFileName } from './propose-file-name';

/** About how many bytes a cell takes in a file. */
const cellBytes = 8;

/** Rows drawn from a saved model, without its table. */
export class Drawing {
  /** Of the model's file. */
  readonly name: string;
  readonly model: OpenedModel;
  readonly file: FileState;
  readonly #end: () => void;

  private constructor(
    { name }: TableFile,
    model: OpenedModel,
    arrangement: Arrangement,
    { saved, release }: { readonly saved: SavedModelClient; readonly release: ReleaseClient },
  ) {
    const { facts, schema } = model;
    this.name = name;
    this.model = model;
    this.file = new FileState(release, new ConditionsState(saved), {
      schema,
      // The page names a model as it names rows.
      fileName: proposeFileName(name.replace(/-synthetic(?=\.[^.]*$)/, '')),
      defaultRows: facts.rows,
      fixedRows: null,
      seed: facts.seed,
      rowBytes: cellBytes * schema.columns.length,
      delimiter: facts.delimiter,
      get formats() {
        return arrangement.formats;
      },
    });
    this.#end = () => {
      release.end();
      saved.end();
    };
  }

  /** @throws UserError where the file cannot be used */
  static async open(file: TableFile, arrangement: Arrangement): Promise<Drawing> {
    const saved = new SavedModelClient(file.bytes, (fault) => release.end(fault));
    const release = new ReleaseClient(saved);
    try {
      return new Drawing(file, await saved.opened(), arrangement, { saved, release });
    } catch (error) {
      saved.end();
      throw error;
    }
  }

  end(): void {
    this.#end();
  }
}
