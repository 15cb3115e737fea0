/** Which of one column's targets may be drawn, and which of them are favoured. */
export interface Restriction {
  /**
   * Per target the share of it that is allowed, 0 … 1 (a cell that a range cuts lies in between). The array may be used
   * again for the next row. Null: everything is allowed.
   */
  readonly sharesOf: ((row: number) => Float64Array) | null;
  /** Per target how much the tilted proposal favours it, > 0; null: not at all. */
  readonly tilt: Float64Array | null;
}

/**
 * What makes up for drawing restricted targets, per row of a chunk. The weight of a row is its mass where it was drawn
 * without tilt; the tilt says how much likelier the tilted proposal made it.
 */
export interface RowWeights {
  /** Log of the product of the probabilities that were left, -Infinity where none was. */
  readonly logMass: Float64Array;
  /** Log of the row's probability under the tilted proposal over that under the plain one. */
  readonly logTilt: Float64Array;
  /** 1 where the row is drawn from the tilted proposal, 0 where from the plain one. */
  readonly isTilted: Uint8Array;
}

/** What is known beforehand of a chunk's rows. */
export interface ChunkEvidence {
  readonly weights: RowWeights;
  /** Asked once per column, after the sink has accepted all before it; null: drawn as the model has it. */
  restrictionOf(column: { readonly index: number }): Restriction | null;
}
