import { DeviceLearner } from './device-learner';
import type { Learner, LearnerTask } from './learner';
import { NativeLearner } from './native-learner';
import { chooseWorkers, mostMembers } from './pool/choose-workers';
import { poolSizes } from './pool/pool-sizes';
import { PooledLearner } from './pooled-learner';
import { TensorLearner } from './tensor-learner';
import type { TrainingContext, TrainingSettings } from './types';

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
    if (wanted !== 'auto' && wanted > 1) notify(onlyOnWasm);
    return backend === 'webgpu' ? DeviceLearner.create(task) : Promise.resolve(new TensorLearner(task));
  }
  if (!peers || wanted === 1) return NativeLearner.create(task);
  const most = mostMembers(task.batchSize);
  if (wanted !== 'auto' && wanted > most) notify(tooMany(wanted, most, task.batchSize));
  const workers = wanted === 'auto' ? chooseWorkers(poolSizes(task, peers.cores)) : Math.min(wanted, most);
  return workers === 1 ? NativeLearner.create(task) : PooledLearner.create(task, peers, workers, notify);
}

const onlyOnWasm =
  'Workers share the learning only on the processor with WebAssembly: here one learns alone.';

function tooMany(wanted: number, most: number, batchSize: number): string {
  const had = most === 1 ? 'one is' : `${most} are`;
  return `A step of ${batchSize} rows has no work for ${wanted} workers: ${had} at it.`;
}
