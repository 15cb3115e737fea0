import { layOut } from '../../models/autoregressive/native/layout';
import type { Basis } from '../../models/autoregressive/bases';
import type { ColumnPlan } from '../../models/autoregressive/plan';
import type { LearnerTask } from '../learner';
import type { PoolSizes } from './choose-workers';

/** What a thread takes before it has learnt anything. */
const bytesOfThread = 3e7;
/** Weight, gradient, two moments, others' gradient, and two gradients on their way. */
const bytesPerWeight = 7 * 4;

/** What decides how many threads suit a task. */
export function poolSizes({ model, batchSize }: LearnerTask, cores: number): PoolSizes {
  const { plan, degrees } = model.network;
  const { blocks, output, size } = layOut(plan, degrees);
  const weights = [...blocks, output].map(({ reach }) => 4 * reach.reduce((sum, units) => sum + units, 0));
  const perColumn = plan.columns.map(
    (column) => basisBytes(column) + codeBytes(column, model.encoded.rowCount),
  );
  return {
    cores,
    batchRows: batchSize,
    steps: model.recipe.steps,
    multiplied: total(weights),
    trained: size,
    bytesEach: bytesOfThread + bytesPerWeight * size + total(perColumn),
  };
}

/** As compactCodes has them. */
function codeBytes({ targets, baseCodes }: ColumnPlan, rows: number): number {
  const bytes = (codes: number) => (codes <= 2 ** 8 ? 1 : codes <= 2 ** 16 ? 2 : 4);
  return rows * (bytes(targets) + (targets > baseCodes ? bytes(baseCodes) : 0));
}

function basisBytes({ input, output }: ColumnPlan): number {
  const bytes = (basis: Basis | null) => basis?.values.byteLength ?? 0;
  return bytes(input) + bytes(output);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
