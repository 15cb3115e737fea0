import type { Arena } from '../../../kernels/arena';
import type { Address } from '../../../kernels/kernels';
import type { ColumnPlan } from '../plan';
import type { CodeTable, DrawingColumn } from './drawing-column';

export interface PlacedTable {
  readonly address: Address;
  /** Floats of a row. */
  readonly width: number;
}

/** A drawing column's numbers in the kernels' memory. */
export interface PlacedColumn extends Pick<
  DrawingColumn,
  'plan' | 'before' | 'count' | 'width' | 'targets' | 'pieceWidth'
> {
  readonly start: Address;
  readonly output: Address;
  readonly sources: readonly { readonly plan: ColumnPlan; readonly table: PlacedTable }[];
  readonly spread: {
    readonly starts: Address;
    readonly places: Address;
    readonly factors: Address;
    readonly bias: Address;
  } | null;
  readonly input: { readonly firstUnit: number; readonly table: PlacedTable } | null;
  readonly blocks: readonly { readonly weights: Address; readonly bias: Address }[];
  readonly dependencies: readonly {
    readonly source: number;
    readonly sourceGroups: Address;
    readonly ownGroups: Address;
  }[];
}

/** Puts a column's numbers into the kernels' memory. @throws RangeError when there is no room */
export function placeColumn(column: DrawingColumn, arena: Arena): PlacedColumn {
  const { plan, before, count, width, targets, pieceWidth, spread, input } = column;
  const placeTable = (table: CodeTable): PlacedTable => ({
    address: arena.place(table.values),
    width: table.width,
  });
  return {
    plan,
    before,
    count,
    width,
    targets,
    pieceWidth,
    start: arena.place(column.start),
    output: arena.place(column.output),
    sources: column.sources.map((source) => ({ plan: source.plan, table: placeTable(source.table) })),
    spread: spread && {
      starts: arena.place(spread.starts),
      places: arena.place(spread.places),
      factors: arena.place(spread.factors),
      bias: arena.place(spread.bias),
    },
    input: input && { firstUnit: input.firstUnit, table: placeTable(input.table) },
    blocks: column.blocks.map(({ weights, bias }) => ({
      weights: arena.place(weights),
      bias: arena.place(bias),
    })),
    dependencies: column.dependencies.map(({ source, sourceGroups, ownGroups }) => ({
      source,
      sourceGroups: arena.place(sourceGroups),
      ownGroups: arena.place(ownGroups),
    })),
  };
}

/** The columns that rows are drawn through, in the kernels' memory, and what their network measures. */
export interface PlacedNetwork {
  readonly arena: Arena;
  /** By rank. */
  readonly columns: readonly PlacedColumn[];
  /** Hidden units, a multiple of 4. */
  readonly units: number;
  readonly blocks: number;
  /** The input layer's bias, one per unit. */
  readonly inputBias: Address;
}
