import type { Address } from '../../../kernels/kernels';
import type { PlacedNetwork } from './placed-column';

/**
 * What rows begin with, in tables with one row for each way there is to begin: rows that share their first columns share
 * what follows from those.
 */
export interface Starts {
  /** Columns of lower rank are part of it already. */
  readonly from: number;
  /** The input layer's sums, `units` floats. */
  readonly sums: Address;
  /** By rank: the column's outputs so far, `width` floats. */
  readonly outputs: readonly Address[];
  /** By rank and layer: sums of the units that the column finishes so far, `pieceWidth` floats. */
  readonly pieces: readonly (readonly Address[])[];
}

/** The one way to begin where nothing is known: with the biases. */
export function rootStarts({ columns, inputBias }: PlacedNetwork): Starts {
  return {
    from: 0,
    sums: inputBias,
    outputs: columns.map(({ start }) => start),
    pieces: columns.map(({ blocks }) => blocks.map(({ bias }) => bias)),
  };
}
