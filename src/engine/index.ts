/** The engine's public door: everything a page, a worker or a program needs to learn a table and draw from it. */
export { inferSchema } from './analyze/infer-schema';
export { chooseBackend } from './backend/choose-backend';
export type { BackendMeans } from './backend/prepare-backend';
export { UserError } from './errors';
export { concatenateTables, type GenerateOptions, generateTable } from './generate/generate-table';
export { type Condition, parseCondition } from './generate/given/condition';
export { ConditionalDraw } from './generate/given/conditional-draw';
export type { GivenReport } from './generate/given/report';
export { interpretTable } from './interpret';
export { type ModelKind, modelKinds, type TableModel } from './models/table-model';
export { RandomStream } from './random';
export type { ColumnKind, ColumnRole, ColumnSchema, TableSchema } from './schema';
export type { Column, Table } from './table';
export { prepareBackendFor } from './train/prepare-backend-for';
export { type TrainedModel, trainModel } from './train/train-model';
export {
  type BackendName,
  type Checkpoint,
  defaultTrainingSettings,
  type Preset,
  type TrainingContext,
  type TrainingEvent,
  type TrainingSettings,
  type TrainingSummary,
} from './train/types';
export {
  type CategoricalColumn,
  type NumericColumn,
  selectRows,
  type TypedColumn,
  type TypedTable,
} from './typed-table';
