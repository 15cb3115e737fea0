import { createModel } from '../models/autoregressive/model';
import type { TableModel } from '../models/table-model';
import { createLearner } from './create-learner';
import type { LearningTask, LearntModel } from './learning-task';
import { type LoopProgress, runTraining, type TrainingHost } from './training-loop';
import type { TrainingContext } from './types';

/** Trains the network, from the checkpoint where there is one. */
export async function learnNetwork(task: LearningTask): Promise<LearntModel> {
  const { encoded, fit, validation, settings, context, checkpoint } = task;
  const model = createModel(encoded, task, fit.length, settings.preset, settings.seed);
  try {
    const result = await runTraining(
      model,
      fit,
      validation,
      settings,
      createHost(task, model),
      checkpoint,
      (learning) => createLearner(learning, settings, context),
    );
    return { model, ...result };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

function createHost({ context, observer }: LearningTask, model: TableModel): TrainingHost {
  return {
    now: () => context.now(),
    breathe: () => context.breathe(),
    wantsStop: () => context.wantsStop(),
    onSteps: (progress) => reportSteps(context, progress),
    onInterval: (look) => observer.look(model, look),
  };
}

function reportSteps(context: TrainingContext, { isAnnealing, ...progress }: LoopProgress): void {
  const share = progress.step / progress.totalSteps;
  context.onEvent({ type: 'phase', phase: isAnnealing ? 'anneal' : 'train', progress: share });
  context.onEvent({ type: 'step', ...progress });
}
