import { DeviceLearner } from './device-learner';
import type { Learner, LearnerTask } from './learner';
import { NativeLearner } from './native-learner';
import { chooseWorkers, mostMembers } from './pool/choose-workers';
import { poolSizes } from './pool/pool-sizes';
import { PooledLearner } from './pooled-learner';
import { TensorLearner } from './tensor-learner';
import type { TrainingContext, TrainingSettings } from './types';
import { trainWords } from './words';

/**
 * What takes the steps on the context's backend: on WASM as many threads as are wanted and can be had. Fewer than were
 * asked for are told of in a notice.
 */
export function createLearner(
  task: LearnerTask,
  { workers: wanted }: Pick<TrainingSettings, 'workers'>,
  { backend, peers, onEvent }: Pick<TrainingContext, 'backend' | 'peers' | 'onEvent'>,
): Promise<Learner> {
  const notify = (message: string) => onEvent({ type: 'notice', message });
  if (backend !== 'wasm') {
    if (wanted !== 'auto' && wanted > 1) notify(trainWords().onlyOnWasm);
    return backend === 'webgpu' ? DeviceLearner.create(task) : Promise.resolve(new TensorLearner(task));
  }
  if (!peers || wanted === 1) return NativeLearner.create(task);
  const most = mostMembers(task.batchSize);
  if (wanted !== 'auto' && wanted > most) notify(trainWords().tooManyWorkers(task.batchSize, wanted, most));
  const workers = wanted === 'auto' ? chooseWorkers(poolSizes(task, peers.cores)) : Math.min(wanted, most);
  return workers === 1 ? NativeLearner.create(task) : PooledLearner.create(task, peers, workers, notify);
}
