import { chooseBackend } from '../backend/choose-backend';
import type { BackendMeans } from '../backend/prepare-backend';
import { chosenMechanism, usesNetwork } from '../privacy/settings';
import type { BackendEvent, TrainingSettings } from './types';

/**
 * Prepares what the model of these settings computes on: for the network a backend (see chooseBackend), for the
 * baselines and for private marginals nothing, as they compute in plain JavaScript. A network under differential privacy is
 * learnt by the kernels alone, and never on a graphics card.
 * @throws Error when the backend asked for cannot run here
 */
export function prepareBackendFor(
  { model, backend, privacy }: Pick<TrainingSettings, 'model' | 'backend' | 'privacy'>,
  means: BackendMeans,
  now: () => number,
): Promise<BackendEvent> {
  const isNetwork = privacy ? usesNetwork(chosenMechanism(privacy)) : model === 'autoregressive';
  const choice = privacy && backend !== 'cpu' ? 'wasm' : backend;
  if (isNetwork) return chooseBackend(choice, means, now);
  return Promise.resolve({ type: 'backend', backend: 'cpu', measured: [] });
}
