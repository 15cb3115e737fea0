import type { EvidenceSection, MeasureContext, SectionResult } from '../measure-context';
import {
  agreementFinding,
  gapFinding,
  scoreFinding,
  sliceFinding,
  unmeasuredFinding,
} from './describe-utility';
import { predictLinearly } from './fit-linear';
import { fitPredictors, type Predictors } from './fit-predictors';
import { compareImportances, type ImportanceAgreement } from './importance-agreement';
import { scoreModels, type ModelScores } from './model-scores';
import { nameClasses, type PredictionTask } from './prediction-task';
import { measureSlices, type SliceGaps } from './slice-gaps';
import { utilityWords } from './words';

/** What models that learnt from synthetic rows are worth, for pictures. Holds categories of the table: private. */
export interface UtilityDetails extends Pick<PredictionTask, 'isLog'> {
  readonly target: string;
  /** What the classes are called, in the order of their numbers; empty for amounts. */
  readonly classes: readonly string[];
  /** Why that column is predicted: one sentence. */
  readonly choice: string;
  /** Scores are AUC for classes, R² for amounts. */
  readonly kind: PredictionTask['learning']['kind'];
  /** Rows that each model learnt from, and was tested on. */
  readonly trainingRows: number;
  readonly testRows: number;
  readonly boosted: ModelScores;
  readonly linear: ModelScores;
  readonly importances: ImportanceAgreement;
  readonly slices: SliceGaps;
}

/** Slices are cut from the columns that matter most, so many at most. */
const slicedColumns = 20;
/** Held-out rows that a slice must have. */
const fewestSliceRows = 100;

/**
 * Utility: models that learn from synthetic rows (TSTR) against models that learn from as many real rows (TRTR), both
 * tested on the held-out real rows. Source: Esteban et al., "Real-valued (medical) time series generation with recurrent
 * conditional GANs" (2017), for the name; here boosted trees and a linear model.
 */
export const utilitySection: EvidenceSection<'utility'> = {
  name: 'utility',
  family: 'utility',
  asks: ['target'],
  together: 'predictors',
  async measure(context) {
    const { choice, predictors, reason } = await fitPredictors(context);
    if (predictors === null)
      return () => ({ details: null, findings: [unmeasuredFinding(reason())], notes: [] });
    const tell = await measureAll(predictors, choice, context);
    return () => {
      const details = tell();
      return { details, findings: findingsOf(predictors.task, details), notes: notesOn(predictors, details) };
    };
  },
};

async function measureAll(
  predictors: Predictors,
  choice: () => string,
  context: MeasureContext,
): Promise<() => UtilityDetails> {
  const { task, boosted, trainingRows, testRows } = predictors;
  const yieldControl = () => context.yieldControl();
  const report = (done: number) => context.onProgress(utilityWords().testing(task.name), done, 4);
  report(0);
  const linear = await predictLinearly(predictors, yieldControl);
  report(1);
  const random = context.random('resamples');
  const scores = {
    boosted: await scoreModels(predictors, boosted, random, yieldControl),
    linear: await scoreModels(predictors, linear, random, yieldControl),
  };
  report(2);
  const importances = await compareImportances(predictors, context.random('shuffles'), yieldControl);
  report(3);
  const byName = new Map(task.features.map((feature) => [feature.schema.name, feature]));
  const sliced = importances.features
    .slice(0, slicedColumns)
    .flatMap(({ column }) => byName.get(column) ?? []);
  const slices = await measureSlices(
    predictors,
    sliced,
    fewestSliceRows,
    context.random('slices'),
    yieldControl,
  );
  return () => ({
    target: task.name,
    choice: choice(),
    kind: task.learning.kind,
    isLog: task.isLog,
    classes: nameClasses(task),
    trainingRows,
    testRows: testRows.length,
    ...scores,
    importances,
    slices,
  });
}

function findingsOf(
  task: PredictionTask,
  { boosted, linear, importances, slices }: UtilityDetails,
): SectionResult<UtilityDetails>['findings'] {
  return [
    gapFinding(task, 'boosted', boosted),
    gapFinding(task, 'linear', linear),
    scoreFinding(task, boosted),
    agreementFinding(importances),
    sliceFinding(task, slices),
  ];
}

function notesOn({ task, trainingRows, testRows }: Predictors, { choice }: UtilityDetails): string[] {
  return [utilityWords().sizes(choice, trainingRows, testRows.length), ...task.notes()];
}
