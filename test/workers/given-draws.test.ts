import { beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../src/engine/generate/given/condition';
import type { TableModel } from '../../src/engine/models/table-model';
import { trainModel } from '../../src/engine/train/train-model';
import { defaultTrainingSettings } from '../../src/engine/train/types';
import type { TypedTable } from '../../src/engine/typed-table';
import { GivenDraws } from '../../workers/given-draws';
import { makeClinic } from '../engine/generate/given/made-clinic';

const old: Condition = { column: 'age', test: 'at-least', values: ['70'] };
const dear: Condition = { column: 'bill', test: 'at-least', values: ['200'] };

/** The model, with a count of its samplers that are in use. */
function counted(model: TableModel): { readonly model: TableModel; readonly open: () => number } {
  let open = 0;
  const sampler = () => {
    const own = model.sampler();
    open++;
    return {
      draw: own.draw.bind(own),
      dispose: () => {
        open--;
        own.dispose();
      },
    };
  };
  return { model: { ...model, sampler }, open: () => open };
}

describe('GivenDraws', () => {
  let learnt: TableModel;

  beforeAll(async () => {
    const settings = { ...defaultTrainingSettings, model: 'gaussian-copula' } as const;
    const context = {
      backend: 'cpu' as const,

      now: () => 0,
      breathe: () => Promise.resolve(),
      wantsStop: () => false,
      onEvent: () => undefined,
      isWatched: false,
    };
    learnt = (await trainModel(makeClinic(1500, 2), settings, context, null)).model;
  }, 60_000);

  it('estimates, and draws rows of the same conditions without learning them again', async () => {
    const { model, open } = counted(learnt);
    let turns = 0;
    const given = new GivenDraws(model, () => Promise.resolve(void turns++));
    const report = await given.estimate([old]);
    expect(report?.probability).toBeGreaterThan(0.1);
    const before = turns;
    const chunks: TypedTable[] = [];
    const rows = given.rows([old], 100, 1);
    let result = await rows.next();
    for (; !result.done; result = await rows.next()) chunks.push(result.value);
    expect(result.value.kept).toBe(100);
    expect(chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0)).toBe(100);
    expect(turns - before).toBe(chunks.length);
    expect(open()).toBe(1);
  });

  it('ends an estimate when other conditions are asked about', async () => {
    const { model, open } = counted(learnt);
    const given = new GivenDraws(model, () => new Promise((resolve) => setTimeout(resolve)));
    const first = given.estimate([old]);
    const second = given.estimate([dear]);
    expect(await first).toBeNull();
    expect((await second)?.probability).toBeLessThan(0.3);
    expect(open()).toBe(1);
  });

  it('keeps what a stream draws from until the stream has ended', async () => {
    const { model, open } = counted(learnt);
    const given = new GivenDraws(model, () => Promise.resolve());
    const rows = given.rows([old], 100_000, 1);
    await rows.next();
    await given.estimate([dear]);
    expect(open()).toBe(2);
    expect((await rows.next()).done).toBe(false);
    await rows.return({} as never);
    expect(open()).toBe(1);
  });
});
