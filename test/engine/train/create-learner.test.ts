import { beforeAll, describe, expect, it } from 'vitest';
import { createLearner } from '../../../src/engine/train/create-learner';
import { NativeLearner } from '../../../src/engine/train/native-learner';
import { TensorLearner } from '../../../src/engine/train/tensor-learner';
import type { TrainingContext, TrainingSettings } from '../../../src/engine/train/types';
import { prepareTestBackend } from '../models/backends';
import { makeTask } from './pool/learner-task';
import { PeersInProcess } from './pool/peers-in-process';

/** The learner of a batch of 96 rows, and what was said. */
async function create(
  workers: TrainingSettings['workers'],
  context: Partial<Pick<TrainingContext, 'backend' | 'peers'>> = {},
) {
  const said: string[] = [];
  const learner = await createLearner(
    makeTask(96),
    { workers },
    {
      backend: 'wasm',
      peers: new PeersInProcess(),
      onEvent: (event) => event.type === 'notice' && said.push(event.message),
      ...context,
    },
  );
  learner.dispose();
  return { learner, said };
}

describe('createLearner', () => {
  beforeAll(() => prepareTestBackend('cpu'));

  it('has as many threads share the steps as are asked for', async () => {
    const { learner, said } = await create(3);
    expect(learner).toHaveProperty('workers', 3);
    expect(said).toEqual([]);
  });

  it('has one learn alone when asked to, or when there are no others, or when it would be over in no time', async () => {
    for (const { learner, said } of [
      await create(1),
      await create('auto'),
      await create(4, { peers: undefined }),
    ]) {
      expect(learner).toBeInstanceOf(NativeLearner);
      expect(said).toEqual([]);
    }
  });

  it('says when a batch has too few rows for all', async () => {
    const { learner, said } = await create(40);
    expect(learner).toHaveProperty('workers', 6);
    expect(said).toEqual(['A step of 96 rows has no work for 40 workers: 6 are at it.']);
  });

  it('says when the backend is none that can be shared', async () => {
    const { learner, said } = await create(2, { backend: 'cpu' });
    expect(learner).toBeInstanceOf(TensorLearner);
    expect(said).toHaveLength(1);
    expect((await create('auto', { backend: 'cpu' })).said).toEqual([]);
  });
});
