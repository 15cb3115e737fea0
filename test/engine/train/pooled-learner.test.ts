import { beforeAll, describe, expect, it } from 'vitest';
import { NativeLearner } from '../../../src/engine/train/native-learner';
import type { AdoptOrder, Order } from '../../../src/engine/train/pool/messages';
import { PooledLearner } from '../../../src/engine/train/pooled-learner';
import { prepareTestBackend } from '../models/backends';
import { batchAt, makeTask, rows, weightsOf } from './pool/learner-task';
import { PeersInProcess } from './pool/peers-in-process';

const all = Uint32Array.from({ length: rows }, (_, row) => row);

type Steps = Pick<NativeLearner, 'step' | 'loss'>;

/** Takes steps from the `first`th to the `last`th; the losses per row. */
async function takeSteps(learner: Steps, first: number, last: number): Promise<number[]> {
  const losses: number[] = [];
  for (let step = first; step <= last; step++) {
    losses.push((await learner.step(batchAt(step), 3e-3, step)) / 96);
  }
  return losses;
}

async function createPooled(
  task = makeTask(),
  source = new PeersInProcess(),
  workers = 2,
): Promise<{ learner: NativeLearner | PooledLearner; said: string[] }> {
  const said: string[] = [];
  const learner = await PooledLearner.create(task, source, workers, (message) => said.push(message));
  return { learner, said };
}

describe('PooledLearner', () => {
  beforeAll(() => prepareTestBackend('cpu'));

  it.each([2, 3, 6])('of %i workers learns as one does', async (workers) => {
    const alone = await NativeLearner.create(makeTask());
    const { learner, said } = await createPooled(makeTask(), new PeersInProcess(), workers);
    expect(learner).toHaveProperty('workers', workers);
    const expected = await takeSteps(alone, 1, 40);
    const found = await takeSteps(learner, 1, 40);
    expect(expected[39]).toBeLessThan(expected[0] - 0.5);
    found.forEach((loss, step) => expect(Math.abs(loss - expected[step])).toBeLessThan(2e-3));
    expect((await learner.loss(all)) / (await alone.loss(all))).toBeCloseTo(1, 3);
    expect(said).toEqual([]);
    learner.dispose();
  });

  it('gives the same weights for the same seed and as many workers, also under dropout', async () => {
    const weights = [];
    for (let round = 0; round < 2; round++) {
      const task = makeTask(96, 0.3);
      const { learner } = await createPooled(task, new PeersInProcess(), 3);
      await takeSteps(learner, 1, 10);
      await learner.publish(false);
      learner.dispose();
      weights.push(await weightsOf(task));
    }
    expect(weights[1]).toEqual(weights[0]);
  });

  it('drops other units in each worker', async () => {
    const task = makeTask(96, 0.5);
    const { learner } = await createPooled(task);
    const twice = Uint32Array.from(batchAt(1), (_, i) => batchAt(1)[i % 48]);
    const half = await NativeLearner.create(makeTask(96, 0.5));
    const pooled = await learner.step(twice, 0, 1);
    expect(pooled).not.toBeCloseTo(2 * (await half.step(twice.slice(0, 48), 0, 1)), 1);
    learner.dispose();
  });

  it('goes on where a checkpoint left off, whoever took it', async () => {
    const unbroken = await createPooled();
    await takeSteps(unbroken.learner, 1, 20);
    const task = makeTask();
    const first = await createPooled(task, new PeersInProcess(), 3);
    await takeSteps(first.learner, 1, 10);
    await first.learner.publish(true);
    first.learner.dispose();
    const second = await createPooled(task);
    await takeSteps(second.learner, 11, 20);
    expect((await second.learner.loss(all)) / (await unbroken.learner.loss(all))).toBeCloseTo(1, 3);
    for (const { learner } of [unbroken, second]) learner.dispose();
  });

  it('ends all its peers', async () => {
    const source = new PeersInProcess();
    const { learner } = await createPooled(makeTask(), source, 4);
    await takeSteps(learner, 1, 2);
    learner.dispose();
    expect([source.opened, source.ended]).toEqual([3, 3]);
  });
});

describe('PooledLearner that loses a worker', () => {
  let expected: number[];

  beforeAll(async () => {
    await prepareTestBackend('cpu');
    expected = await takeSteps(await NativeLearner.create(makeTask()), 1, 12);
  });

  const expectGoneOn = (found: readonly number[]) =>
    found.forEach((loss, step) => expect(Math.abs(loss - expected[step])).toBeLessThan(2e-3));

  it.each([
    [2, 1],
    [4, 3],
  ])('of %i goes on with %i from the weights it had, and says so', async (workers, left) => {
    const source = new PeersInProcess();
    const { learner, said } = await createPooled(makeTask(), source, workers);
    const before = await takeSteps(learner, 1, 5);
    const sixth = learner.step(batchAt(6), 3e-3, 6);
    source.break(0);
    expectGoneOn([...before, (await sixth) / 96, ...(await takeSteps(learner, 7, 12))]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(left === 1 ? 'one worker' : `${left} workers`);
    expect(learner).toMatchObject({ workers, workersLost: workers - left });
    learner.dispose();
    expect(source.ended).toBe(source.opened);
  });

  it('between two steps does the same', async () => {
    const source = new PeersInProcess();
    const { learner, said } = await createPooled(makeTask(), source);
    const before = await takeSteps(learner, 1, 5);
    source.break(0);
    expectGoneOn([...before, ...(await takeSteps(learner, 6, 12))]);
    expect(said).toHaveLength(1);
    learner.dispose();
  });

  it('notices one that falls silent', async () => {
    const isStep6 = (order: unknown) =>
      (order as Order).kind === 'step' && (order as { step: number }).step === 6;
    const source = new PeersInProcess({ alter: (order) => (isStep6(order) ? null : order) });
    const { learner, said } = await createPooled(makeTask(), source);
    const before = await takeSteps(learner, 1, 5);
    const sixth = learner.step(batchAt(6), 3e-3, 6);
    source.passSeconds(40);
    expectGoneOn([...before, (await sixth) / 96]);
    expect(said).toHaveLength(1);
    learner.dispose();
  });

  it('notices one whose weights are not the others’, and goes on from its own', async () => {
    const alter = (order: unknown) => {
      if ((order as Order).kind === 'adopt') (order as AdoptOrder).parameters[3] += 1e-3;
      return order;
    };
    const { learner, said } = await createPooled(makeTask(), new PeersInProcess({ alter }));
    await learner.loss(all);
    expect(said).toHaveLength(1);
    expectGoneOn(await takeSteps(learner, 1, 5));
    learner.dispose();
  });

  it('before it begins does with those that start, and says so', async () => {
    const alter = (order: unknown, peer: number) => (peer === 1 ? { kind: 'nonsense' } : order);
    const source = new PeersInProcess({ alter });
    const { learner, said } = await createPooled(makeTask(), source, 4);
    expect(learner).toHaveProperty('workers', 2);
    expect(said).toEqual([expect.stringContaining('Of 4 workers') as string]);
    expectGoneOn(await takeSteps(learner, 1, 5));
    learner.dispose();
  });

  it('learns alone where no thread can be had', async () => {
    const source = new PeersInProcess();
    source.open = () => {
      throw new Error('not allowed');
    };
    const { learner, said } = await createPooled(makeTask(), source, 4);
    expect(learner).toBeInstanceOf(NativeLearner);
    expect(said).toHaveLength(1);
    expectGoneOn(await takeSteps(learner, 1, 5));
  });
});
