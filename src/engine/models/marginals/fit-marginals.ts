import type { PrivateRows } from '../../encode/private/prepare-rows';
import type { NoiseSource } from '../../privacy/noise-source';
import type { TypedTable } from '../../typed-table';
import { type FitHost, fitAim } from './aim';
import { MarginalFit } from './marginal-fit';
import { type MarginalModel, marginalModel } from './marginal-model';
import { fitSpanningTree } from './mst';
import type { CellRows } from './pair-counts';
import type { MarginalMechanism, MarginalRecipe } from './recipe';

export interface FitOptions {
  readonly mechanism: MarginalMechanism;
  /** To be spent on choosing and measuring pairs; `independent` spends none of it. */
  readonly rho: number;
  readonly recipe: Pick<MarginalRecipe, 'rounds' | 'targetFirst' | 'mostCells'>;
}

/** Fits marginals to a table that was counted privately, column by column, and measures pairs of columns besides. */
export async function fitMarginals(
  table: TypedTable,
  prepared: PrivateRows,
  { mechanism, rho, recipe }: FitOptions,
  noise: NoiseSource,
  host: FitHost,
): Promise<MarginalModel> {
  const { columns, codes, rows } = prepared;
  const variables = [...columns.keys()].filter((index) => columns[index].codec.size > 1);
  const cellRows: CellRows = {
    sizes: Int32Array.from(variables, (index) => columns[index].counts.length),
    cells: variables.map((index) => codes[index].map((code) => columns[index].cellOf[code])),
  };
  const fit = new MarginalFit(cellRows.sizes, rows);
  variables.forEach((index, variable) => {
    const { counts, variances } = columns[index];
    fit.add({ variables: [variable], counts, variances });
  });
  if (mechanism === 'mst') await fitSpanningTree(fit, cellRows, rho, noise, host);
  else if (mechanism === 'aim') {
    const target = variables.findIndex((index) => table.columns[index].schema.role === 'target');
    const options = { ...recipe, target: recipe.targetFirst && target >= 0 ? target : null };
    await fitAim(fit, cellRows, rho, options, noise, host);
  } else await fit.fit(400, host.breathe);
  host.onProgress(1);
  return marginalModel(table, prepared, fit, variables);
}
