/** What the library takes and gives. It stands by itself: the package's declarations are made of this file. */

/** A table: a file's bytes (whatever the page opens), rows as objects, or a stream of bytes. Of Arrow tables the bytes of a file or stream. */
export type Source =
  Uint8Array | ArrayBuffer | Blob | AsyncIterable<Uint8Array> | readonly Readonly<Record<string, unknown>>[];

export type Kind =
  'category' | 'integer' | 'decimal' | 'date' | 'datetime' | 'boolean' | 'identifier' | 'text';

export interface Column {
  readonly name: string;
  readonly kind: Kind;
  /** `drop` leaves the column out of the synthetic table. */
  readonly role: 'keep' | 'drop' | 'target' | 'sensitive' | 'real';
  readonly missingTokens: readonly string[];
  readonly dateFormat: string | null;
}

export type ColumnChoice = Partial<Omit<Column, 'name' | 'role'>> & {
  readonly role?: Exclude<Column['role'], 'real'>;
};

export interface OpenOptions {
  /** What is to be taken otherwise than it was found, by the column's name. */
  readonly columns?: Readonly<Record<string, ColumnChoice>>;
  readonly signal?: AbortSignal;
}

/** A table that was read. It stays where it is: nothing is sent anywhere. */
export interface OpenedTable {
  readonly rowCount: number;
  readonly columns: readonly Column[];
  /** What was odd about the file, in sentences. */
  readonly problems: readonly string[];
}

export interface PrivacyOptions {
  readonly epsilon: number;
  /** Below one in the declared rows; proposed when not said. */
  readonly delta?: number;
  /** About how many rows there are, as everybody may know. */
  readonly declaredRows: number;
  /** `private`: found for a part of ε. Else by column two bounds, all categories, or `private`. */
  readonly bounds?:
    | 'private'
    | Readonly<Record<string, readonly [number | string, number | string] | readonly string[] | 'private'>>;
  /** A column that tells subjects apart, and how many rows of each are used; each row by itself when not said. */
  readonly subjects?: { readonly column: string; readonly mostRows: number };
  readonly mechanism?: 'proposed' | 'hybrid' | 'dp-sgd' | 'aim' | 'mst' | 'independent';
  /** Go on even if what comes of it is mostly noise. */
  readonly acceptsNoise?: boolean;
}

export interface SynthesizeOptions extends OpenOptions {
  readonly model?: 'autoregressive' | 'gaussian-copula' | 'independent';
  readonly preset?: 'fast' | 'balanced' | 'best';
  readonly seed?: number;
  /** Share of the rows that the model never sees, 0 … 0.5: the ruler of `evaluate`. */
  readonly holdoutShare?: number;
  /** Categories held by fewer rows are not released. */
  readonly minCategoryRows?: number;
  /** Settle and end after so many seconds. */
  readonly maxSeconds?: number;
  /**
   * Threads that share the learning, 1 when not said; `auto`: as many as pay here. Another number gives other rows for the same seed, so
   * `auto` gives other rows on another machine.
   */
  readonly workers?: number | 'auto';
  /** Learn under differential privacy. */
  readonly privacy?: PrivacyOptions;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: 'read' | 'encode' | 'prepare' | 'train' | 'anneal' | 'done';
  /** 0 … 1 within the phase. */
  readonly share: number;
}

export interface DrawOptions {
  /** As many as the real table has when not said; under differential privacy as many as its noisy count tells. */
  readonly rows?: number;
  /** The same model, seed and number of rows give the same table. */
  readonly seed?: number;
  /** Rows `from` … `to` − 1 of that table alone. */
  readonly slice?: { readonly from: number; readonly to: number };
  readonly signal?: AbortSignal;
}

/** Dates are ISO 8601 texts; null where a cell is missing. */
export type Row = Record<string, string | number | boolean | null>;

export type Format = 'csv' | 'jsonl' | 'arrow' | 'parquet' | 'xlsx' | 'sql';

export interface EvaluateOptions {
  /** What a model is to predict; a sensible column when not said. */
  readonly target?: string;
  /** Columns whose groups are to fare alike. */
  readonly sensitive?: readonly string[];
  /** Columns that someone outside may know of a person. */
  readonly known?: readonly string[];
  /** `standard`, when not said, takes samples of large tables where `full` takes all rows. */
  readonly effort?: 'standard' | 'full';
  /** Of names and sentences; English when not said. */
  readonly language?: 'en' | 'de';
  readonly signal?: AbortSignal;
}

/** A figure beside the same one for rows that the model never saw. Private: it is computed from the real table. */
export interface Finding {
  /** Stable from version to version. */
  readonly id: string;
  readonly family: 'fidelity' | 'diversity' | 'utility' | 'fairness' | 'privacy';
  readonly name: string;
  /** Of the synthetic rows; null where it could not be measured. */
  readonly synthetic: number | null;
  /** Of held-out real rows; null where there are too few, or it has no meaning. */
  readonly holdout: number | null;
  readonly verdict: 'good' | 'fair' | 'poor' | 'unmeasured';
  readonly sentence: string;
}

/** A learnt table, to draw from. */
export interface Model {
  readonly columns: readonly Column[];
  /** What is promised of the rows, in sentences: differential privacy, or that nothing is. */
  readonly promise: string;
  /** Threads that shared the learning, to ask for when the same is to be learnt again; null of a model that was loaded. */
  readonly workers: number | null;
  /** Synthetic rows one by one. */
  rows(options?: DrawOptions): AsyncGenerator<Row>;
  /** The same rows as a file, piece by piece. */
  file(format: Format, options?: DrawOptions): AsyncGenerator<Uint8Array>;
  /** The model as a file's bytes: as private as the table, unless it was learnt under differential privacy. */
  save(): Promise<Uint8Array>;
  /** Compares rows drawn from the model with those it learnt. Throws where the model was loaded, as the table is not there. */
  evaluate(options?: EvaluateOptions): Promise<Finding[]>;
  /** Gives its memory back. */
  dispose(): void;
}
