import type { TypedColumn } from '../../engine/typed-table';
import { comparableColumns, type AlignedColumn } from '../align-tables';
import type { Figure, Finding } from '../evidence';
import type { EvidenceSection, MeasureContext } from '../measure-context';
import { c2stFinding, holdoutFinding, propensityFinding, trainingFinding } from './describe-detection';
import {
  detectorOptions,
  fewestRows,
  mostRowsFor,
  pairSamples,
  type PairedSamples,
} from './detector-samples';
import { permutationImportance } from './column-importance';
import { propensityRatio, type PropensityFigures } from './propensity-score';
import { c2st, foldCount, meanAuc, testTwoSamples, type TwoSampleTest } from './two-sample-test';
import { detectionWords } from './words';
import { worstSlices, type WorstSlices } from './worst-slices';

/** Rows a side at standard effort: against the training rows, in the two tests with held-out rows, and for S_pMSE. */
const mostTrainingRows = 20_000;
const mostHoldoutRows = 8000;
const mostPropensityRows = 10_000;
/** Bars of the picture of scores. */
const scoreBins = 20;

/** For pictures of how well rows are told apart, and by what. */
export interface DetectionDetails extends WorstSlices {
  readonly training: TestFigures;
  /** Null where there are too few held-out rows. */
  readonly holdout: TestFigures | null;
  /** Held-out rows told from training rows. */
  readonly ruler: TestFigures | null;
  /** S_pMSE against the training rows, of synthetic and of held-out rows; null where no column varies, or rows are too few. */
  readonly propensity: RuledPropensity;
  /** How much of the AUC against the training rows is lost when a column is shuffled; the greatest first. */
  readonly importance: readonly { readonly column: string; readonly drop: number }[];
  /** Tested rows by the detectors' chance of their being synthetic, in bins of equal width from 0 to 1. */
  readonly scores: { readonly real: Float64Array; readonly synthetic: Float64Array };
}

interface RuledPropensity {
  readonly synthetic: PropensityFigures | null;
  readonly holdout: PropensityFigures | null;
}

interface TestFigures {
  readonly rowsPerSide: number;
  readonly foldAucs: readonly number[];
  readonly auc: Figure;
  readonly c2st: Figure;
}

/** Whether a detector can tell synthetic rows from real ones, and what gives them away. */
export const detectionSection: EvidenceSection<'detection'> = {
  name: 'detection',
  family: 'fidelity',
  asks: [],
  async measure(context) {
    const columns = comparableColumns(context.tables);
    const { training, synthetic } = context.tables.rows;
    if (columns.length === 0 || Math.min(training, synthetic) < fewestRows) {
      return () => ({ details: null, findings: [], notes: [detectionWords().notTried(fewestRows)] });
    }
    const run = new Detection(context, columns);
    const details = await run.details();
    return () => ({ details, findings: findingsOf(details), notes: notesOn(details, context) });
  },
};

function findingsOf({ training, holdout, ruler, propensity }: DetectionDetails): Finding[] {
  return [
    trainingFinding(training, ruler),
    c2stFinding(training, ruler),
    ...(holdout ? [holdoutFinding(holdout, ruler)] : []),
    ...(propensity.synthetic ? [propensityFinding(propensity.synthetic, propensity.holdout)] : []),
  ];
}

class Detection {
  readonly #context: MeasureContext;
  readonly #columns: readonly AlignedColumn[];
  readonly #testCount: number;
  #foldsDone = 0;

  constructor(context: MeasureContext, columns: readonly AlignedColumn[]) {
    this.#context = context;
    this.#columns = columns;
    this.#testCount = context.tables.rows.holdout >= fewestRows ? 3 : 1;
  }

  async details(): Promise<DetectionDetails> {
    const training = this.#columns.map((column) => column.training);
    const synthetic = this.#columns.map((column) => column.synthetic);
    const holdout = this.#testCount > 1 ? this.#columns.flatMap((column) => column.holdout ?? []) : null;
    const samples = await this.#pair('training', training, synthetic, mostTrainingRows);
    const test = await this.#test('training', samples);
    const reasons = await this.#whatGivesAway(test, samples);
    return {
      training: figuresOf(test),
      holdout: holdout && (await this.#figures('holdout', holdout, synthetic)),
      ruler: holdout && (await this.#figures('ruler', training, holdout)),
      propensity: {
        synthetic: await this.#propensity('synthetic', training, synthetic),
        holdout: holdout && (await this.#propensity('holdout', training, holdout)),
      },
      ...reasons,
      scores: { real: histogramOf(test, 0), synthetic: histogramOf(test, 1) },
    };
  }

  #pair(
    name: string,
    first: readonly TypedColumn[],
    second: readonly TypedColumn[],
    most: number,
  ): Promise<PairedSamples> {
    const rows = mostRowsFor(this.#context.effort, first.length, most);
    const random = this.#context.random(`${name} rows`);
    return pairSamples(first, second, rows, random, () => this.#context.yieldControl());
  }

  #test(name: string, { columns, labels }: PairedSamples): Promise<TwoSampleTest> {
    const context = this.#context;
    const options = detectorOptions(context.effort, columns.length);
    return testTwoSamples(columns, labels, options, context.random(`${name} folds`), {
      yieldControl: () => context.yieldControl(),
      afterFold: () =>
        context.onProgress(detectionWords().telling, ++this.#foldsDone, foldCount * this.#testCount),
    });
  }

  async #figures(
    name: string,
    first: readonly TypedColumn[],
    second: readonly TypedColumn[],
  ): Promise<TestFigures> {
    const samples = await this.#pair(name, first, second, mostHoldoutRows);
    return figuresOf(await this.#test(name, samples));
  }

  async #propensity(
    name: string,
    first: readonly TypedColumn[],
    second: readonly TypedColumn[],
  ): Promise<PropensityFigures | null> {
    const { columns, labels } = await this.#pair(`${name} propensity`, first, second, mostPropensityRows);
    return propensityRatio(columns, labels, () => this.#context.yieldControl());
  }

  async #whatGivesAway(
    test: TwoSampleTest,
    { columns }: PairedSamples,
  ): Promise<Pick<DetectionDetails, 'importance' | 'slices' | 'regions'>> {
    const yieldControl = () => this.#context.yieldControl();
    const random = this.#context.random('importance');
    const importance = await permutationImportance(test, columns, random, yieldControl);
    const sliced = importance.map(({ column }) => ({
      real: this.#columns[column].real,
      tested: columns[column],
    }));
    const named = importance.map(({ column, drop }) => ({ column: this.#columns[column].schema.name, drop }));
    return { importance: named, ...(await worstSlices(test, sliced, yieldControl)) };
  }
}

function figuresOf(test: TwoSampleTest): TestFigures {
  return {
    rowsPerSide: test.labels.length / 2,
    foldAucs: test.folds.map((fold) => fold.auc),
    auc: meanAuc(test),
    c2st: c2st(test),
  };
}

function histogramOf({ labels, scores }: TwoSampleTest, label: number): Float64Array {
  const counts = new Float64Array(scoreBins);
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] === label) counts[Math.min(scoreBins - 1, Math.floor(scores[row] * scoreBins))]++;
  }
  return counts;
}

function notesOn(details: DetectionDetails, { tables }: MeasureContext): string[] {
  const { training, holdout, propensity } = details;
  const words = detectionWords();
  const isSampled = training.rowsPerSide < Math.min(tables.rows.training, tables.rows.synthetic);
  return [
    ...(isSampled ? [words.sampled(training.rowsPerSide, holdout && holdout.rowsPerSide)] : []),
    ...(propensity.synthetic === null ? [words.noPropensity] : []),
  ];
}
