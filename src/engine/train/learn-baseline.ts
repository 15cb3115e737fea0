import { fitGaussianCopula } from '../models/gaussian-copula/gaussian-copula-model';
import type { FittingHost } from '../models/gaussian-copula/score-correlation';
import { fitIndependent } from '../models/independent/independent-model';
import { shareLoss } from '../models/independent/share-loss';
import { RandomStream } from '../random';
import type { LearningTask, LearntModel } from './learning-task';

const thisThreadAlone = { workers: 1, workersLost: 0 };

/** Counts each column's codes. The loss is that of the fitted rows' shares on the validation rows; both make the model. */
export function learnIndependent(task: LearningTask): Promise<LearntModel> {
  const { encoded, fit, validation } = task;
  return Promise.resolve({
    model: fitIndependent(encoded, task),
    ...thisThreadAlone,
    steps: 0,
    epochs: 0,
    validationLoss: shareLoss(encoded, fit, validation),
    stopped: 'finished',
  });
}

/**
 * Fits a Gaussian copula to the fitted and the validation rows. Asked to end, or out of time, it makes do with the rows
 * looked at so far. A row's likelihood is a probability of a box in as many dimensions as there are columns: not computed.
 */
export async function learnGaussianCopula(task: LearningTask): Promise<LearntModel> {
  const { encoded, settings, context } = task;
  const deadline = context.now() + 1000 * (settings.maxSeconds ?? Number.POSITIVE_INFINITY);
  const host: FittingHost = {
    breathe: () => context.breathe(),
    shouldEnd: () => context.wantsStop() || context.now() >= deadline,
    onProgress: (progress) => context.onEvent({ type: 'phase', phase: 'train', progress }),
  };
  const { model, endedEarly } = await fitGaussianCopula(
    encoded,
    task,
    new RandomStream(settings.seed, 'rows'),
    host,
  );
  const stopped = !endedEarly ? 'finished' : context.wantsStop() ? 'by-user' : 'time-limit';
  return { model, ...thisThreadAlone, steps: 0, epochs: 0, validationLoss: null, stopped };
}
