import { encodeTable } from '../../../../src/engine/encode/encode-table';
import { type AutoregressiveModel, createModel } from '../../../../src/engine/models/autoregressive/model';
import { RandomStream } from '../../../../src/engine/random';
import type { LearnerTask } from '../../../../src/engine/train/learner';
import { numbers, tableOf, texts } from '../../typed-columns';

export const rows = 600;

/** A table of four related columns and an untrained model of it. */
export function makeTask(batchSize = 96, dropout = 0): LearnerTask {
  const random = new RandomStream(5, 'table');
  const age = Array.from({ length: rows }, () => 18 + random.int(60));
  const table = tableOf(
    numbers('age', age),
    numbers(
      'income',
      age.map((years) => Math.round(years * 900 + 4000 * random.normal())),
    ),
    texts(
      'group',
      age.map((years) => (years + 10 * random.normal() > 45 ? 'old' : 'young')),
    ),
    texts(
      'letter',
      Array.from({ length: rows }, () => 'abcdef'[random.int(6)]),
    ),
  );
  const encoded = encodeTable(table, { minCategoryRows: 1 }, new RandomStream(1, 'encode'));
  const made = createModel(encoded, { makers: new Map(), ranges: [] }, rows, 'fast', 1);
  return { model: withDropout(made, dropout), batchSize, seed: 7 };
}

function withDropout(model: AutoregressiveModel, dropout: number): AutoregressiveModel {
  const { options } = model.network.plan;
  Object.assign(options, { dropout });
  return model;
}

/** The `step`th batch, counted from 1. */
export function batchAt(step: number, size = 96): Uint32Array {
  return Uint32Array.from({ length: size }, (_, i) => (step * 37 + i * 5) % rows);
}

/** All weights of the model's network, one after the other. */
export async function weightsOf({ model }: LearnerTask): Promise<number[]> {
  const values = await Promise.all(model.network.parameters.map(({ value }) => value.data()));
  return values.flatMap((own) => [...own]);
}
