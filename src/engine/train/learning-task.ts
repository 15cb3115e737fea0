import type { EncodedTable } from '../encode/encode-table';
import type { Makers } from '../encode/makers';
import type { Ranges } from '../encode/ranges';
import type { TableModel } from '../models/table-model';
import type { Observer } from './observer';
import type { Checkpoint, TrainingContext, TrainingSettings, TrainingSummary } from './types';

/** What a model is learnt from, and who is told of it. */
export interface LearningTask {
  readonly encoded: EncodedTable;
  readonly makers: Makers;
  readonly ranges: Ranges;
  /** Rows to fit, as indices into the encoded table. */
  readonly fit: Uint32Array;
  /** Rows to check the model on. */
  readonly validation: Uint32Array;
  readonly settings: TrainingSettings;
  readonly context: TrainingContext;
  readonly observer: Observer;
  /** Of a training that broke off; models that are learnt in one go begin anew. */
  readonly checkpoint: Checkpoint | null;
}

/** A learnt model and how it came to be. */
export interface LearntModel extends Pick<
  TrainingSummary,
  'workers' | 'workersLost' | 'steps' | 'epochs' | 'validationLoss' | 'stopped'
> {
  readonly model: TableModel;
}
