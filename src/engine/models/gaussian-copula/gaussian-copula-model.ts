import type { EncodedTable } from '../../encode/encode-table';
import type { Makers } from '../../encode/makers';
import type { Ranges } from '../../encode/ranges';
import { permutation, type RandomStream } from '../../random';
import { variedColumns } from '../code-counts';
import type { TableModel } from '../table-model';
import { CopulaSampler } from './copula-sampler';
import { hermiteCoefficients, latentCorrelation } from './latent-correlation';
import { type NormalSteps, normalSteps } from './normal-scores';
import { correlationFactor, shrinkageFor } from './positive-definite';
import { correlateScores, type FittingHost } from './score-correlation';

/** Products of scores that are summed at most, as far as 2,000 rows are looked at: some seconds. */
const productBudget = 2e9;
const fewestRows = 2_000;
/** In wider tables the normals behind the steps are not looked for: their matrix would take long to mend. */
const mostMatched = 800;

export interface FittedCopula {
  readonly model: TableModel;
  /** True when the host ended it before all rows that were to be looked at had been. */
  readonly endedEarly: boolean;
}

/** Rows that the correlations of so many columns are computed from: all, or as many as the budget allows. */
export function rowsToCorrelate(rows: number, columns: number): number {
  const pairs = (columns * (columns + 1)) / 2;
  return Math.min(rows, Math.max(fewestRows, Math.floor(productBudget / Math.max(1, pairs))));
}

/**
 * A Gaussian copula (Sklar 1959; Nelsen, An Introduction to Copulas, 2006, § 2.3): every column keeps its own
 * distribution, and one matrix of correlations between normals ties them, each column being a step function of its normal.
 * The common yardstick in public comparisons is of this kind (SDV's GaussianCopulaSynthesizer, which fits parametric
 * marginals; here they are the codec's).
 *
 * Correlations are Pearson's of the codes' mid-rank normal scores, of all learnt rows or a random sample of them
 * (rowsToCorrelate), made those of the normals behind the steps (latentCorrelation), shrunk as far as their number asks for
 * (shrinkageFor), and made positive definite where they are not (raiseEigenvalues). In tables of more than 800 columns the
 * scores' correlations are taken as they are, which columns of few steps then fall short of.
 *
 * Kept: each column's distribution, what is missing, and how strongly each two columns rise and fall together; dates
 * written as differences stay after the ones they refer to. Not kept: bent and many-sided relations (categories are on a line
 * by their frequency), what takes three columns to see, equality of columns (copy targets are never drawn) and functional
 * dependencies.
 */
export async function fitGaussianCopula(
  encoded: EncodedTable,
  { makers, ranges }: { readonly makers: Makers; readonly ranges: Ranges },
  random: RandomStream,
  host: FittingHost,
): Promise<FittedCopula> {
  const columns = variedColumns(encoded).map((index) => normalSteps(encoded.columns[index], index));
  const size = columns.length;
  const sample = permutation(encoded.rowCount, random).subarray(0, rowsToCorrelate(encoded.rowCount, size));
  const scored = columns.map(({ index, scores }) => ({ codes: encoded.columns[index].base, scores }));
  const { matrix, rows, endedEarly } = await correlateScores(scored, sample, host);
  const shrinkage = shrinkageFor(matrix, size, rows);
  const latent = size <= mostMatched ? latentCorrelations(matrix, columns) : matrix;
  const factor = correlationFactor(latent, size, shrinkage);
  const model: TableModel = {
    kind: 'gaussian-copula',
    encoded,
    makers,
    ranges,
    dependencies: [],
    parameterCount: countParameters(columns),
    save: () =>
      Promise.resolve({
        kind: 'copula',
        columns: columns.map(({ index, bounds }) => ({ index, bounds })),
        factor,
      }),
    sampler: () => new CopulaSampler(columns, factor),
    dispose: () => undefined,
  };
  return { model, endedEarly };
}

/** The normals' correlations in place of the scores'. */
function latentCorrelations(matrix: Float64Array, columns: readonly NormalSteps[]): Float64Array {
  const size = columns.length;
  const coefficients = columns.map(hermiteCoefficients);
  const latent = matrix.slice();
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const value = latentCorrelation(coefficients[i], coefficients[j], matrix[i * size + j]);
      latent[i * size + j] = latent[j * size + i] = value;
    }
  }
  return latent;
}

/** The shares of each column that could be chosen freely, and a correlation for each pair. */
function countParameters(columns: readonly NormalSteps[]): number {
  const shares = columns.reduce(
    (sum, column) => sum + column.shares.filter((share) => share > 0).length - 1,
    0,
  );
  return shares + (columns.length * (columns.length - 1)) / 2;
}
