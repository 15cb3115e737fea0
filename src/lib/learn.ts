import { embeddedMeans } from '../engine/backend/embedded-wasm';
import { interpretTable } from '../engine/interpret';
import { parseFacts, settleFacts } from '../engine/privacy/facts-file';
import { type PrivacySettings, proposeDelta } from '../engine/privacy/settings';
import type { PeerSource } from '../engine/train/pool/peer-source';
import type { TableSchema } from '../engine/schema';
import { prepareBackendFor } from '../engine/train/prepare-backend-for';
import { trainModel } from '../engine/train/train-model';
import {
  defaultTrainingSettings,
  mostWorkers,
  type TrainingEvent,
  type TrainingSettings,
} from '../engine/train/types';
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
    peers: await findPeers(settings),
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
    {
      workers: summary.workers,
      evaluate: async (asked, chunks) => (await import('./evaluate')).evaluate(typed, trained, asked, chunks),
    },
  );
}

/** Threads as the package was built to start them. */
async function findPeers({ workers }: TrainingSettings): Promise<PeerSource | undefined> {
  if (workers === 1) return undefined;
  const { peers } = await (import.meta.env.SSR ? import('./peers-in-node') : import('./peers-on-the-web'));
  return peers;
}

function settingsOf(options: SynthesizeOptions, schema: TableSchema): TrainingSettings {
  const { model, preset, seed, holdoutShare, minCategoryRows, maxSeconds, privacy } = options;
  const said = { model, preset, seed, holdoutShare, minCategoryRows, maxSeconds };
  const { workers = 1 } = options;
  if (workers !== 'auto' && !(Number.isInteger(workers) && workers >= 1 && workers <= mostWorkers))
    throw new RangeError(`workers is 'auto' or a whole number from 1 to ${mostWorkers}.`);
  return {
    ...defaultTrainingSettings,
    workers,
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
