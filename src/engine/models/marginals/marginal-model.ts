import { emptyColumn } from '../../encode/private/encode-privately';
import type { PrivateRows } from '../../encode/private/prepare-rows';
import type { PrivateColumn } from '../../encode/private/private-column';
import { unlearntMakers } from '../../encode/private/unlearnt-makers';
import type { RandomStream } from '../../random';
import type { TypedTable } from '../../typed-table';
import type { TableModel } from '../table-model';
import { marginalOf } from './cliques';
import type { MarginalFit } from './marginal-fit';
import { type DrawnColumn, MarginalSampler } from './marginal-sampler';

/** Marginals that were fitted to noisy counts, as a model that draws rows. */
export interface MarginalModel extends TableModel {
  /** Draws rows as codes, by the table's columns: what another model may be trained on beforehand. */
  drawCodes(rows: number, random: RandomStream): Promise<Int32Array[]>;
  /** By the table's columns the rows that the fit expects of each cell. */
  readonly oneWays: readonly Float64Array[];
}

/**
 * @param table whose columns' schemas are taken, and nothing else
 * @param variables the columns that the fit's variables are
 */
export function marginalModel(
  table: TypedTable,
  { columns, rows }: Pick<PrivateRows, 'columns' | 'rows'>,
  fit: MarginalFit,
  variables: readonly number[],
): MarginalModel {
  const drawn = drawnColumns(fit, columns, variables);
  const first = drawn.map(({ index }) => index);
  const rest = columns.map((_, index) => index).filter((index) => !first.includes(index));
  const oneWays = columns.map((_, index) => {
    const variable = variables.indexOf(index);
    return variable < 0 ? Float64Array.of(rows) : fit.beliefs.marginal([variable]);
  });
  const sampler = () => new MarginalSampler(drawn);
  return {
    kind: 'marginals',
    encoded: {
      rowCount: rows,
      columns: columns.map((column, index) => emptyColumn(table.columns[index], column)),
      order: [...first, ...rest],
    },
    makers: unlearntMakers(table.columns),
    ranges: columns.map(() => null),
    dependencies: [],
    parameterCount: drawn.reduce((sum, { table: own, cells }) => sum + (own.length / cells) * (cells - 1), 0),
    save: () => Promise.resolve({ kind: 'marginals', columns: drawn }),
    sampler,
    dispose: () => undefined,
    oneWays,
    drawCodes: async (count, random) => {
      const codes: Int32Array[] = columns.map(() => new Int32Array(count));
      await sampler().draw(count, random, {
        accept: ({ index }, targets) => (codes[index] = targets),
      });
      return codes;
    },
  };
}

/** The variables in an order in which the junction tree draws them, node by node from the root. */
function drawnColumns(
  { beliefs, sizes }: MarginalFit,
  columns: readonly PrivateColumn[],
  variables: readonly number[],
): DrawnColumn[] {
  const order: number[] = [];
  const drawn: DrawnColumn[] = [];
  beliefs.nodes.forEach(({ variables: own }, node) => {
    for (const variable of own) {
      if (order.includes(variable)) continue;
      const given = own.filter((other) => order.includes(other));
      const { cellOf, shareOfCell } = columns[variables[variable]];
      drawn.push({
        index: variables[variable],
        given: given.map((other) => ({ place: order.indexOf(other), cells: sizes[other] })),
        cells: sizes[variable],
        table: marginalOf(sizes, beliefs.tableOf(node), own, [...given, variable]),
        cellOf,
        shareOfCell,
      });
      order.push(variable);
    }
  });
  return drawn;
}
