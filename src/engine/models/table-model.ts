import type { Dependency } from '../encode/dependencies';
import type { EncodedTable } from '../encode/encode-table';
import type { KeptRows } from '../encode/kept-rows';
import type { Makers } from '../encode/makers';
import type { Ranges } from '../encode/ranges';
import type { RandomStream } from '../random';
import type { ChunkEvidence } from './evidence';
import type { SavedDrawing } from './saved-drawing';

/** The models there are; the first is the default. */
export const modelKinds = ['autoregressive', 'gaussian-copula', 'independent'] as const;
export type ModelKind = (typeof modelKinds)[number];

/** A learnt table: whatever can draw rows of codes, with all that turns the codes into cells again. */
export interface TableModel {
  readonly kind: ModelKind | 'marginals';
  readonly encoded: EncodedTable;
  readonly makers: Makers;
  readonly ranges: Ranges;
  /** The columns whose real cells are kept; absent where every column is drawn. */
  readonly kept?: KeptRows;
  /** By column index, what drawing keeps to of the columns before; a model that keeps to nothing has none. */
  readonly dependencies: readonly (readonly Dependency[])[];
  /** Numbers learnt from the rows; those of the codecs and makers do not count. */
  readonly parameterCount: number;
  /** What its sampler is made of. Throws when the backend's memory cannot be read (lost device). */
  save(): Promise<SavedDrawing>;
  /** Prepares drawing from the model as it is now; any number of chunks may be drawn. */
  sampler(): RowSampler;
  /** Gives back what the model holds of a backend. */
  dispose(): void;
}

/** Draws rows chunk by chunk. To be disposed of. */
export interface RowSampler {
  /** How many networks take turns in drawing; 1 where not said. */
  readonly turns?: number;
  /** Forgets the rows drawn before; absent where none are remembered. */
  restart?(): void;
  /**
   * Draws a chunk column by column. Throws when the backend's memory cannot be read (lost device).
   * @param evidence what is known of the rows beforehand (`drawAllowed` keeps to it); its weights make up for that
   * @param turn whose turn it is, 0 … turns−1; anyone's, at random, where not said
   */
  draw(
    rows: number,
    random: RandomStream,
    sink: TargetSink,
    evidence?: ChunkEvidence | null,
    turn?: number,
  ): Promise<void>;
  dispose(): void;
}

/** Takes the drawn targets of one column after the other. */
export interface TargetSink {
  /**
   * Takes the targets of a column, one per row, after those of the columns it refers to (copies, differences).
   * @returns the base codes that stand for the values they became
   */
  accept(column: { readonly index: number }, targets: Int32Array): Int32Array;
  /** The column's base codes where they are known whatever is drawn; `accept` gives them then. */
  knownCodes?(column: { readonly index: number }): Int32Array | null;
}
