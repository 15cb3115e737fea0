import type { Finding } from '../evidence';
import type { EvidenceSection, MeasureContext } from '../measure-context';
import { fitPredictors, type Predictors } from '../utility/fit-predictors';
import { measureSlices, type SliceGaps } from '../utility/slice-gaps';
import { fewestGroupRows, measureColumnFairness, type ColumnFairness } from './column-fairness';
import {
  baseRateFinding,
  decisionFinding,
  groupUtilityFinding,
  shapeFinding,
  unmeasuredFinding,
} from './describe-fairness';
import { findSensitive } from './sensitive-columns';
import { fairnessWords } from './words';

/** What synthesis does to groups of people, for pictures. Holds categories of the table: private. */
export interface FairnessDetails {
  /** Columns that might be meant, by their names, and are not marked. */
  readonly proposed: readonly string[];
  /** What models predict and decide; null where nothing can be predicted. */
  readonly target: string | null;
  readonly columns: readonly ColumnFairness[];
  /** How well models predict each group; null where nothing can be predicted. */
  readonly scores: SliceGaps | null;
}

/**
 * Fairness: for each sensitive column, how well its groups are imitated and predicted, and whether models that learn from
 * synthetic rows decide more unequally about them than models that learn from real rows.
 */
export const fairnessSection: EvidenceSection<'fairness'> = {
  name: 'fairness',
  family: 'fairness',
  asks: ['target', 'sensitive'],
  together: 'predictors',
  async measure(context) {
    const { marked, proposed } = findSensitive(context.tables, context.choices.sensitive);
    const nothing = { proposed, target: null, columns: [], scores: null };
    if (marked.length === 0)
      return () => ({
        details: nothing,
        findings: [unmeasuredFinding(fairnessWords().noneMarked(proposed))],
        notes: [],
      });
    const { predictors, reason } = await fitPredictors(context);
    const details = { ...(await measureAll(context, marked, predictors)), proposed };
    return () => {
      const words = fairnessWords();
      const findings = findingsOf(details, predictors);
      return {
        details,
        findings: findings.length > 0 ? findings : [unmeasuredFinding(words.tooFew(fewestGroupRows))],
        notes: [...(predictors ? [] : [words.noPredictions(reason())]), ...noteLoneGroups(details.columns)],
      };
    };
  },
};

type Sensitive = ReturnType<typeof findSensitive>['marked'];

async function measureAll(
  context: MeasureContext,
  marked: Sensitive,
  predictors: Predictors | null,
): Promise<Omit<FairnessDetails, 'proposed'>> {
  const columns: ColumnFairness[] = [];
  const target = predictors?.task.name ?? null;
  const others = marked.filter(({ schema }) => schema.name !== target);
  for (const column of marked) {
    context.onProgress(fairnessWords().comparing, columns.length, marked.length + 1);
    columns.push(await measureColumnFairness(context, column, others.includes(column) ? predictors : null));
  }
  context.onProgress(fairnessWords().comparing, marked.length, marked.length + 1);
  const scores =
    predictors &&
    (await measureSlices(predictors, others, fewestGroupRows, context.random('scores'), () =>
      context.yieldControl(),
    ));
  return { target, columns, scores };
}

function findingsOf({ columns, scores }: FairnessDetails, predictors: Predictors | null): Finding[] {
  const task = predictors?.task;
  return [
    task ? decisionFinding('parity', task, columns) : null,
    task ? decisionFinding('odds', task, columns) : null,
    task ? baseRateFinding(task, columns) : null,
    shapeFinding(columns),
    task && scores ? groupUtilityFinding(task, scores) : null,
  ].filter((finding) => finding !== null);
}

function noteLoneGroups(columns: readonly ColumnFairness[]): string[] {
  return columns
    .filter(({ groups }) => groups.length < 2)
    .map(({ column }) => fairnessWords().loneGroup(column, fewestGroupRows));
}
