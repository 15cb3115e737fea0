import type { EncodedTable } from '../../encode/encode-table';
import type { Makers } from '../../encode/makers';
import type { Ranges } from '../../encode/ranges';
import type { RandomStream } from '../../random';
import { codeBelow, countReleased, cumulativeShares, variedColumns } from '../code-counts';
import { drawAllowed } from '../draw-allowed';
import type { ChunkEvidence, Restriction } from '../evidence';
import type { SavedIndependent } from '../saved-drawing';
import type { RowSampler, TableModel, TargetSink } from '../table-model';

/** What one column's codes are drawn by. */
interface ColumnShares {
  readonly index: number;
  readonly counts: Float64Array;
  readonly cumulative: Float64Array;
}

/**
 * Every column drawn by itself, in proportion to the rows that hold its codes. Kept: each column's distribution, as fine
 * as its codec has it, missing cells among it. Not kept: any connection between columns. It is the yardstick below which no
 * model of connections should fall. For columns to be independent the table must have been encoded without differences
 * (EncodeOptions.asDifferences); copy targets are never drawn.
 */
export function fitIndependent(
  encoded: EncodedTable,
  { makers, ranges }: { readonly makers: Makers; readonly ranges: Ranges },
): TableModel {
  const columns = variedColumns(encoded).map((index) => ({
    index,
    counts: countReleased(encoded.columns[index]),
  }));
  return {
    kind: 'independent',
    encoded,
    makers,
    ranges,
    dependencies: [],
    parameterCount: columns.reduce((sum, { counts }) => sum + freeShares(counts), 0),
    save: () => Promise.resolve({ kind: 'independent', columns }),
    sampler: () => independentSampler(columns),
    dispose: () => undefined,
  };
}

/** Draws each column's codes in proportion to the counts. */
export function independentSampler(columns: SavedIndependent['columns']): RowSampler {
  return new IndependentSampler(
    columns.map((column) => ({ ...column, cumulative: cumulativeShares(column.counts) })),
  );
}

/** Shares that could be chosen freely: one less than the codes that are drawn. */
function freeShares(counts: Float64Array): number {
  return Math.max(0, counts.filter((count) => count > 0).length - 1);
}

class IndependentSampler implements RowSampler {
  readonly #columns: readonly ColumnShares[];

  constructor(columns: readonly ColumnShares[]) {
    this.#columns = columns;
  }

  draw(
    rows: number,
    random: RandomStream,
    sink: TargetSink,
    evidence: ChunkEvidence | null = null,
  ): Promise<void> {
    for (const column of this.#columns) {
      const restriction = evidence?.restrictionOf(column);
      const targets =
        evidence && restriction
          ? drawRestricted(column, rows, restriction, evidence, random)
          : Int32Array.from({ length: rows }, () => codeBelow(column.cumulative, random.float()));
      sink.accept(column, targets);
    }
    return Promise.resolve();
  }

  dispose(): void {}
}

function drawRestricted(
  { counts }: ColumnShares,
  rows: number,
  restriction: Restriction,
  { weights }: ChunkEvidence,
  random: RandomStream,
): Int32Array {
  const shares = new Float64Array(counts.length);
  return Int32Array.from({ length: rows }, (_, row) => {
    shares.set(counts);
    return drawAllowed(shares, restriction, weights, row, random);
  });
}
