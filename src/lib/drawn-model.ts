import { UserError } from '../engine/errors';
import { generateTable } from '../engine/generate/generate-table';
import type { TableModel } from '../engine/models/table-model';
import { saveModel } from '../engine/saved/save-model';
import type { ModelFacts } from '../engine/saved/saved-model';
import type { TypedTable } from '../engine/typed-table';
import { writeModelFile } from '../io/model-file';
import { writtenDelimiter } from '../io/write/encoding';
import { plainReader } from '../io/write/plain-cells';
import { columnsOf } from './held';
import type { DrawOptions, EvaluateOptions, Finding, Format, Model, Row } from './types';

/** What is known of a model where it was learnt. */
interface Learning {
  readonly workers: number;
  evaluate(options: EvaluateOptions, chunks: AsyncIterable<TypedTable>): Promise<Finding[]>;
}

/** Draws from a model that was learnt, or loaded. */
export class DrawnModel implements Model {
  readonly columns: Model['columns'];
  readonly promise: string;
  readonly workers: number | null;
  readonly #model: TableModel;
  readonly #facts: ModelFacts;
  readonly #learning: Learning | null;

  /** @param learning null where the model was loaded */
  constructor(model: TableModel, facts: ModelFacts, learning: Learning | null) {
    this.columns = columnsOf({ columns: model.encoded.columns.map(({ column }) => column.schema) });
    this.promise = facts.promise;
    this.#model = model;
    this.#facts = facts;
    this.workers = learning?.workers ?? null;
    this.#learning = learning;
  }

  async *rows(options: DrawOptions = {}): AsyncGenerator<Row> {
    for await (const { rowCount, columns } of this.#chunks(options)) {
      const readers = columns.map((column) => [column.schema.name, plainReader(column)] as const);
      for (let row = 0; row < rowCount; row++)
        yield Object.fromEntries(readers.map(([name, read]) => [name, read(row)]));
    }
  }

  async *file(format: Format, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
    const { formats } = await import('../io/write/formats');
    const delimiter = writtenDelimiter(this.#facts.delimiter);
    yield* formats[format].encode(this.#chunks(options), { guardFormulas: false, delimiter });
  }

  async save(): Promise<Uint8Array> {
    return writeModelFile(await saveModel(this.#model, this.#facts));
  }

  async evaluate(options: EvaluateOptions = {}): Promise<Finding[]> {
    if (!this.#learning)
      throw new UserError(
        'The model was loaded from a file, without its table: evaluate it where it was learnt.',
      );
    return this.#learning.evaluate(options, this.#chunks({ signal: options.signal }));
  }

  dispose(): void {
    this.#model.dispose();
  }

  async *#chunks({ signal, slice, ...options }: DrawOptions): AsyncGenerator<TypedTable> {
    const { rows = this.#facts.rows, seed = this.#facts.seed } = options;
    const { extremes } = this.#facts;
    for await (const chunk of generateTable(this.#model, { rows, seed, extremes, slice })) {
      signal?.throwIfAborted();
      yield chunk;
    }
  }
}
