import { ensembleOf } from '../models/autoregressive/ensemble';
import { type AutoregressiveModel, createModel } from '../models/autoregressive/model';
import { RandomStream } from '../random';
import { calibrateLooseColumns } from './calibrate-loose';
import { restoreWeights, takeWeights } from './checkpoint';
import { createLearner } from './create-learner';
import type { LearningTask, LearntModel } from './learning-task';
import { drawRehearsal, Rehearsal } from './rehearsal';
import { foldOf } from './split-rows';
import { type LoopProgress, runTraining, type TrainingHost, type TrainingRows } from './training-loop';
import type { Checkpoint, FinishedNetwork, LoopResult } from './types';

/**
 * Trains the networks of an ensemble one after another, from the checkpoint where there is one. When one is ended by the
 * person or the clock no other is begun, nor when the time left is too short for it.
 */
export async function learnNetwork(task: LearningTask): Promise<LearntModel> {
  const members: AutoregressiveModel[] = [];
  try {
    const finished = await learnMembers(task, members);
    const summary = summarise(finished.map(({ result }) => result));
    if (task.context.isWatched) task.context.onEvent({ type: 'checkpoint', checkpoint: atTheEnd(finished) });
    return { model: ensembleOf(members), ...summary };
  } catch (error) {
    members.forEach((member) => member.dispose());
    throw error;
  }
}

/** @param members gets the networks as they are made, the last one unfinished while it is being learnt */
async function learnMembers(task: LearningTask, members: AutoregressiveModel[]): Promise<FinishedNetwork[]> {
  const { checkpoint, context } = task;
  const began = context.now();
  const seconds = () => (context.now() - began) / 1000;
  const finished: FinishedNetwork[] = [];
  do {
    const place = members.length;
    const member = createModel(
      task.encoded,
      task,
      task.fit.length,
      task.settings.preset,
      memberSeed(task, place),
    );
    members.push(member);
    const before = checkpoint?.finished[place];
    if (before) restoreWeights(member.network, before.weights);
    const result = before?.result ?? (await trainMember(task, member, finished, seconds()));
    if (place > 0 && isCutShort(result)) {
      // A network that was broken off would only blur what the others have learnt.
      members.pop()?.dispose();
      finished[place - 1] = {
        ...finished[place - 1],
        result: { ...finished[place - 1].result, stopped: result.stopped },
      };
      return finished;
    }
    if (!before) await calibrateLooseColumns(member, memberSeed(task, place));
    finished.push({ result, weights: before?.weights ?? (await takeWeights(member.network)) });
  } while (goesOn(task, members[0], finished, seconds()));
  return finished;
}

/** From it the model is put together again without learning. */
function atTheEnd(finished: readonly FinishedNetwork[]): Checkpoint {
  const { steps, epochs } = summarise(finished.map(({ result }) => result));
  return { step: steps, epoch: epochs, state: new Map(), scalars: {}, finished };
}

function goesOn(
  { settings, checkpoint }: LearningTask,
  { recipe, network }: AutoregressiveModel,
  finished: readonly FinishedNetwork[],
  seconds: number,
): boolean {
  const isLast = finished.length >= recipe.members || network.plan.columns.length === 0;
  if (isLast || isCutShort(finished[finished.length - 1].result)) return false;
  if (checkpoint?.state.size === 0 && finished.length === checkpoint.finished.length) return false;
  return settings.maxSeconds === null || seconds * (1 + 1 / finished.length) <= settings.maxSeconds;
}

/** Ended by the person or by the clock. */
function isCutShort({ stopped }: LoopResult): boolean {
  return stopped === 'by-user' || stopped === 'time-limit';
}

/** The first network has the person's own. */
function memberSeed({ settings }: LearningTask, place: number): number {
  return place === 0 ? settings.seed : new RandomStream(settings.seed, `member ${place}`).uint32();
}

async function trainMember(
  task: LearningTask,
  member: AutoregressiveModel,
  finished: readonly FinishedNetwork[],
  secondsSpent: number,
): Promise<LoopResult> {
  const { settings, context, checkpoint } = task;
  const place = finished.length;
  const rows = await rowsFor(task, member, place);
  const { maxSeconds } = settings;
  return runTraining(
    member,
    rows,
    {
      ...settings,
      seed: memberSeed(task, place),
      maxSeconds: maxSeconds === null ? null : maxSeconds - secondsSpent,
    },
    createHost(task, member, finished),
    checkpoint?.finished.length === place ? checkpoint : null,
    (learning) => createLearner(learning, settings, context),
  );
}

async function rowsFor(
  task: LearningTask,
  { recipe, learnt }: AutoregressiveModel,
  place: number,
): Promise<TrainingRows> {
  const { seed } = task.settings;
  const fold = foldOf(task, place, new RandomStream(seed, 'folds'));
  // So few rows have a column of very many categories only where each of them is released.
  if (!recipe.rehearses || learnt.factored.length > 0) return { ...fold, rehearsal: null };
  const drawn = await drawRehearsal(task, fold.fit, new RandomStream(seed, `rehearsal of ${place}`));
  return { ...fold, rehearsal: new Rehearsal(learnt, drawn, fold.fit.length) };
}

function createHost(
  { context, observer }: LearningTask,
  member: AutoregressiveModel,
  finished: readonly FinishedNetwork[],
): TrainingHost {
  return {
    now: () => context.now(),
    breathe: () => context.breathe(),
    wantsStop: () => context.wantsStop(),
    onSteps: ({ isAnnealing, ...progress }) => {
      const step = amongAll(progress, member, finished);
      const share = step.step / step.totalSteps;
      context.onEvent({ type: 'phase', phase: isAnnealing ? 'anneal' : 'train', progress: share });
      context.onEvent({ type: 'step', ...step });
    },
    onInterval: (look) =>
      observer.look(member, {
        publish: () => look.publish(),
        takeCheckpoint: async () => ({ ...(await look.takeCheckpoint()), finished: [...finished] }),
      }),
  };
}

/** One network's progress as progress of all: those to come are taken to be as long as this one. */
function amongAll(
  progress: Omit<LoopProgress, 'isAnnealing'>,
  { recipe }: AutoregressiveModel,
  finished: readonly FinishedNetwork[],
) {
  const toCome = recipe.members - finished.length - 1;
  const sum = (of: (result: LoopResult) => number) =>
    finished.reduce((total, { result }) => total + of(result), 0);
  const steps = sum((result) => result.steps);
  const epochs = sum((result) => result.epochs);
  const secondsPerStep = recipe.batchSize / progress.rowsPerSecond;
  return {
    ...progress,
    step: steps + progress.step,
    totalSteps: steps + (1 + toCome) * progress.totalSteps,
    epoch: Math.round(epochs) + progress.epoch,
    epochs: Math.round(epochs) + (1 + toCome) * progress.epochs,
    secondsLeft: progress.secondsLeft + toCome * secondsPerStep * progress.totalSteps,
    network: finished.length + 1,
    networks: recipe.members,
  };
}

function summarise(results: readonly LoopResult[]): Omit<LearntModel, 'model'> {
  const sum = (of: (result: LoopResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    workers: Math.max(...results.map(({ workers }) => workers)),
    workersLost: sum((result) => result.workersLost),
    steps: sum((result) => result.steps),
    epochs: sum((result) => result.epochs),
    validationLoss: sum((result) => result.validationLoss) / results.length,
    stopped: results[results.length - 1].stopped,
  };
}
