import { defaultLinearOptions, fitLogistic, fitRidge, type LinearModel } from '../learners/linear';
import { featuresOf, type Predictors } from './fit-predictors';
import type { ComparedPredictions } from './model-scores';
import type { PredictionTask, TablePart } from './prediction-task';

/**
 * The test rows as linear models predict them that learnt from the boosted ones' lessons: logistic regression for classes,
 * ridge regression for amounts, with scikit-learn's penalties. No second model of real rows: linear models differ little.
 */
export async function predictLinearly(
  { task, lessons, testRows, boosted }: Predictors,
  yieldControl: () => Promise<void>,
): Promise<ComparedPredictions> {
  const { truths } = boosted.real;
  const cells = featuresOf(task, 'holdout');
  const predict = async (part: TablePart, rows: Uint32Array) => {
    const model = await fitLinear(task, part, rows, yieldControl);
    return { truths, predictions: model.predict(cells, testRows) };
  };
  return {
    real: await predict('training', lessons.real),
    synthetic: await predict('synthetic', lessons.synthetic),
    again: null,
  };
}

function fitLinear(
  task: PredictionTask,
  part: TablePart,
  rows: Uint32Array,
  yieldControl: () => Promise<void>,
): Promise<LinearModel> {
  const columns = featuresOf(task, part);
  const { learning, targets } = task;
  return learning.kind === 'amount'
    ? fitRidge(columns, rows, targets[part], defaultLinearOptions, yieldControl)
    : fitLogistic(
        columns,
        rows,
        targets[part],
        { ...defaultLinearOptions, count: learning.count },
        yieldControl,
      );
}
