import { encodeTable } from '../encode/encode-table';
import { keepRows } from '../encode/kept-rows';
import { learnMakers } from '../encode/makers';
import { rangesOf } from '../encode/ranges';
import { UserError } from '../errors';
import type { ModelKind, TableModel } from '../models/table-model';
import { secureNoise } from '../privacy/noise-source';
import type { PrivacySettings } from '../privacy/settings';
import { RandomStream } from '../random';
import { selectRows, type TypedTable } from '../typed-table';
import { holdOutPrivately } from './hold-out-privately';
import { learnGaussianCopula, learnIndependent } from './learn-baseline';
import { learnNetwork } from './learn-network';
import { learnPrivately } from './learn-privately';
import type { LearningTask, LearntModel } from './learning-task';
import { Observer } from './observer';
import { splitRows, type SplitRows } from './split-rows';
import type { Checkpoint, TrainingContext, TrainingSettings, TrainingSummary } from './types';
import { trainWords } from './words';

export interface TrainedModel {
  readonly model: TableModel;
  readonly split: SplitRows;
  readonly summary: TrainingSummary;
}

/** What learns each kind of model. */
const learners: Readonly<Record<ModelKind, (task: LearningTask) => Promise<LearntModel>>> = {
  autoregressive: learnNetwork,
  'gaussian-copula': learnGaussianCopula,
  independent: learnIndependent,
};

const fewestRows = 10;
const mostColumns = 2_000;

/**
 * Learns a table. The holdout never reaches the encoder or the model; of all rows are taken only the range of each
 * number column and the identifiers and texts that must not be made again.
 * @param checkpoint goes on from there; table and settings must be those it was taken with
 * @throws UserError when there is nothing to learn from
 */
export async function trainModel(
  table: TypedTable,
  settings: TrainingSettings,
  context: TrainingContext,
  checkpoint: Checkpoint | null,
): Promise<TrainedModel> {
  if (table.columns.length === 0) throw new UserError(trainWords().everyDropped);
  const split = divideRows(table, settings);
  const observer = new Observer(table, settings, context);
  const started = context.now();
  const learn = settings.privacy ? learnUnder(settings.privacy) : learnFreely;
  const { model, ...result } = await learn({ table, split, settings, context, observer, checkpoint });
  try {
    await observer.show(model);
  } catch (error) {
    model.dispose();
    throw error;
  }
  context.onEvent({ type: 'phase', phase: 'done', progress: 1 });
  const summary: TrainingSummary = {
    ...result,
    model: settings.privacy ? model.kind : settings.model,
    backend: context.backend,
    seed: settings.seed,
    rows: {
      training: split.fit.length,
      validation: split.validation.length,
      holdout: split.holdout.length,
    },
    seconds: (context.now() - started) / 1000,
    parameters: model.parameterCount,
  };
  return { model, split, summary };
}

function divideRows({ rowCount }: TypedTable, { holdoutShare, seed, privacy }: TrainingSettings): SplitRows {
  return privacy
    ? holdOutPrivately(rowCount, holdoutShare, privacy, secureNoise())
    : splitRows(rowCount, holdoutShare, new RandomStream(seed, 'split'));
}

interface Job {
  readonly table: TypedTable;
  readonly split: SplitRows;
  readonly settings: TrainingSettings;
  readonly context: TrainingContext;
  readonly observer: Observer;
  readonly checkpoint: Checkpoint | null;
}

type Outcome = LearntModel & Pick<TrainingSummary, 'ledger'>;

/** Learns all rows that are not held out, under what is asked of differential privacy. */
function learnUnder(privacy: PrivacySettings): (job: Job) => Promise<Outcome> {
  return ({ table, split, settings, context }) => {
    context.onEvent({ type: 'phase', phase: 'train', progress: 0 });
    return learnPrivately(selectRows(table, split.fit), privacy, settings.seed, context);
  };
}

async function learnFreely({ table, split, settings, context, ...job }: Job): Promise<Outcome> {
  checkLearnable(table);
  checkKept(table, settings);
  const learnt = mergeSorted(split.fit, split.validation);
  const encoded = encodeTable(
    selectRows(table, learnt),
    {
      minCategoryRows: settings.minCategoryRows,
      asDifferences: settings.model !== 'independent',
      onColumn: (done, total) => context.onEvent({ type: 'phase', phase: 'encode', progress: done / total }),
    },
    new RandomStream(settings.seed, 'encode'),
  );
  context.onEvent({ type: 'phase', phase: 'prepare', progress: 0 });
  const places = placesIn(learnt);
  const outcome = await learners[settings.model]({
    ...job,
    encoded,
    makers: learnMakers(table),
    ranges: rangesOf(table),
    fit: places(split.fit),
    validation: places(split.validation),
    settings,
    context,
  });
  const kept = keepRows(table, encoded);
  return { ...outcome, ...(kept && { model: { ...outcome.model, kept } }), ledger: null };
}

/** Throws UserError where real columns are to be kept and what is asked for does not go with it. */
function checkKept({ columns }: TypedTable, { model }: TrainingSettings): void {
  const kept = columns.filter(({ schema }) => schema.role === 'real').length;
  if (kept === 0) return;
  if (kept === columns.length) throw new UserError(trainWords().everyKept);
  if (model !== 'autoregressive') throw new UserError(trainWords().onlyNetworkKeeps);
}

function checkLearnable(table: TypedTable): void {
  if (table.rowCount < fewestRows) {
    throw new UserError(trainWords().tooFewRows(table.rowCount, fewestRows));
  }
  const learnt = table.columns.filter(({ schema }) => schema.kind !== 'identifier' && schema.kind !== 'text');
  if (learnt.length > mostColumns) {
    throw new UserError(trainWords().tooManyColumns(learnt.length, mostColumns));
  }
}

function mergeSorted(a: Uint32Array, b: Uint32Array): Uint32Array {
  const merged = Uint32Array.from(new Set([...a, ...b]));
  return merged.sort();
}

/** Row numbers of the table to places among the learnt rows. */
function placesIn(learnt: Uint32Array): (rows: Uint32Array) => Uint32Array {
  const places = new Map<number, number>();
  learnt.forEach((row, place) => places.set(row, place));
  return (rows) => rows.map((row) => places.get(row) as number);
}
