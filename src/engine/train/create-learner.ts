import { DeviceLearner } from './device-learner';
import type { Learner, LearnerTask } from './learner';
import { NativeLearner } from './native-learner';
import { chooseWorkers, mostMembers } from './pool/choose-workers';
import type { PeerSource } from './pool/peer-source';
import { poolSizes } from './pool/pool-sizes';
import { PooledLearner } from './pooled-learner';
import { TensorLearner } from './tensor-learner';
import type { TrainingContext, TrainingSettings } from './types';

/** What takes the steps on the context's backend: on WASM as many threads as are wanted and can be had. */
export function createLearner(
  task: LearnerTask,
  settings: Pick<TrainingSettings, 'workers'>,
  { backend, peers, onEvent }: Pick<TrainingContext, 'backend' | 'peers' | 'onEvent'>,
): Promise<Learner> {
  if (backend === 'webgpu') return DeviceLearner.create(task);
  if (backend === 'cpu') return Promise.resolve(new TensorLearner(task));
  const workers = peers ? workersFor(task, settings.workers, peers) : 1;
  if (!peers || workers === 1) return NativeLearner.create(task);
  return PooledLearner.create(task, peers, workers, (message) => onEvent({ type: 'notice', message }));
}

function workersFor(task: LearnerTask, wanted: TrainingSettings['workers'], { cores }: PeerSource): number {
  if (wanted === 'auto') return chooseWorkers(poolSizes(task, cores));
  return Math.min(wanted, mostMembers(task.batchSize));
}
