import { marginalRecipe } from '../models/marginals/recipe';
import type { ColumnSchema } from '../schema';
import { affordableRho } from './accountant/calibrate';
import { rowsPerUnit } from './ledger';
import type { PrivacySettings } from './settings';

/**
 * Standard deviation of the noise in a count of one column, as a share of the declared rows: what a table can be worth at
 * best. It hangs on public facts alone.
 */
export function noiseShare(
  {
    epsilon,
    delta,
    declaredRows,
    unit,
  }: Pick<PrivacySettings, 'epsilon' | 'delta' | 'declaredRows' | 'unit'>,
  columns: readonly Pick<ColumnSchema, 'kind' | 'role'>[],
): number {
  const learnt = columns.filter(({ role, kind }) => role !== 'drop' && kind !== 'identifier').length;
  const rho = affordableRho({ epsilon, delta }) / rowsPerUnit(unit) ** 2;
  const { oneWayShare } = marginalRecipe(epsilon, learnt);
  return Math.sqrt(Math.max(1, learnt) / (2 * oneWayShare * rho)) / declaredRows;
}
