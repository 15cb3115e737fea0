import { embeddedMeans } from '../engine/backend/embedded-wasm';
import { interpretTable } from '../engine/interpret';
import { parseFacts, settleFacts } from '../engine/privacy/facts-file';
import { type PrivacySettings, proposeDelta } from '../engine/privacy/settings';
import type { TableSchema } from '../engine/schema';
import { prepareBackendFor } from '../engine/train/prepare-backend-for';
import { trainModel } from '../engine/train/train-model';
import { defaultTrainingSettings, type TrainingEvent, type TrainingSettings } from '../engine/train/types';
import { guaranteeOf } from '../release/guarantee';
import { createBreath } from './breath';
import { DrawnModel } from './drawn-model';
import { heldBy } from './held';
import type { Model, OpenedTable, PrivacyOptions, SynthesizeOptions } from './types';

/** Learns an opened table. @throws UserError where it cannot be learnt so; what `signal` was aborted with */
export async function learn(opened: OpenedTable, options: SynthesizeOptions): Promise<Model> {
  const { table, schema, delimiter } = heldBy(opened);
  const typed = interpretTable(table, schema);
  const settings = settingsOf(options, schema);
  const now = () => performance.now();
  const { backend } = await prepareBackendFor(settings, embeddedMeans, now);
  const context = {
    backend,
    isWatched: false,
    now,
    breathe: createBreath(options.signal),
    wantsStop: () => false,
    onEvent: ({ type, ...event }: TrainingEvent) => {
      if (type === 'phase' && 'progress' in event)
        options.onProgress?.({ phase: event.phase, share: event.progress });
    },
  };
  const trained = await trainModel(typed, settings, context, null);
  const { model, summary } = trained;
  return new DrawnModel(
    model,
    {
      rows: summary.ledger ? model.encoded.rowCount : typed.rowCount,
      seed: settings.seed,
      extremes: 'near',
      delimiter,
      promise: guaranteeOf(summary.ledger).statement,
    },
    async (asked, chunks) => (await import('./evaluate')).evaluate(typed, trained, asked, chunks),
  );
}

function settingsOf(options: SynthesizeOptions, schema: TableSchema): TrainingSettings {
  const { model, preset, seed, holdoutShare, minCategoryRows, maxSeconds, privacy } = options;
  const said = { model, preset, seed, holdoutShare, minCategoryRows, maxSeconds };
  return {
    ...defaultTrainingSettings,
    workers: 1,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    privacy: privacy ? privacySettings(privacy, schema) : null,
  };
}

function privacySettings(options: PrivacyOptions, { columns }: TableSchema): PrivacySettings {
  const { epsilon, declaredRows, subjects, bounds } = options;
  const { delta = proposeDelta(declaredRows), mechanism = 'proposed', acceptsNoise = false } = options;
  const unit = subjects ? ({ kind: 'subject', ...subjects } as const) : ({ kind: 'row' } as const);
  const facts =
    typeof bounds === 'object'
      ? settleFacts(parseFacts(JSON.stringify(bounds), 'bounds'), columns, 'bounds')
      : { facts: {}, findsFacts: bounds === 'private' };
  return { epsilon, delta, declaredRows, unit, mechanism, ...facts, acceptsNoise };
}
