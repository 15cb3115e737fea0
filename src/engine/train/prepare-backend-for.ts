import { chooseBackend } from '../backend/choose-backend';
import type { BackendMeans } from '../backend/prepare-backend';
import type { BackendEvent, TrainingSettings } from './types';

/**
 * Prepares what the model of these settings computes on: for the network a backend (see chooseBackend), for the
 * baselines nothing, as they compute in plain JavaScript.
 * @throws Error when the backend asked for cannot run here
 */
export function prepareBackendFor(
  { model, backend }: Pick<TrainingSettings, 'model' | 'backend'>,
  means: BackendMeans,
  now: () => number,
): Promise<BackendEvent> {
  if (model === 'autoregressive') return chooseBackend(backend, means, now);
  return Promise.resolve({ type: 'backend', backend: 'cpu', measured: [] });
}
