import { tensor2d } from '@tensorflow/tfjs-core';
import { chunkRows } from '../generate/generate-table';
import { TableDecoder } from '../generate/table-decoder';
import type { AutoregressiveModel } from '../models/autoregressive/model';
import type { TargetSink } from '../models/table-model';
import { RandomStream } from '../random';

/** One is not enough where the other columns tell much: a step of the biases then moves the shares by less. */
const rounds = 2;
const mostChunks = 8;
/** Rows learnt for each chunk drawn: few rows tell their shares but roughly. */
const rowsPerChunk = 512;
/** Rows added to each code's, learnt and drawn, so that rare ones move little. */
const prior = 5;

/**
 * Moves the biases of the columns that are drawn last until their codes are drawn as often as they were learnt. Such a column hangs on
 * all others, and what is slightly off in those adds up in it: Default's payment defaults came in 20 % of the rows, not in 22 %.
 */
export async function calibrateLooseColumns(model: AutoregressiveModel, seed: number): Promise<void> {
  const { network, learnt, blueprint } = model;
  const loose = new Set(blueprint.loose);
  const columns = network.plan.columns.filter(({ index }) => loose.has(index));
  if (columns.length === 0) return;
  for (let round = 0; round < rounds; round++) {
    const drawn = await countDrawn(model, seed + round);
    const bias = network.parameter('outputBias');
    const values = Float32Array.from(await bias.value.data());
    for (const { index, targetStart, targets } of columns) {
      const counts = drawn.get(index) ?? new Float64Array(targets);
      const shifts = shiftsTo(countTargets(learnt.columns[index].target, targets), counts);
      shifts.forEach((shift, target) => (values[targetStart + target] += shift));
    }
    bias.replaceValue(tensor2d(values, [1, values.length]));
  }
}

/** Of each of the table's columns how many of the rows drawn have each target. */
async function countDrawn(model: AutoregressiveModel, seed: number): Promise<Map<number, Float64Array>> {
  const counts = new Map<number, Float64Array>();
  const targetsOf = new Map(model.network.plan.columns.map(({ index, targets }) => [index, targets]));
  const chunks = Math.min(mostChunks, Math.ceil(model.learnt.rowCount / rowsPerChunk));
  const decoder = new TableDecoder(model.encoded, model.makers, seed);
  const random = new RandomStream(seed, 'calibrate');
  const sampler = model.sampler();
  try {
    for (let chunk = 0; chunk < chunks; chunk++) {
      const cells = decoder.chunk(chunkRows);
      const sink: TargetSink = {
        accept: (column, targets) => {
          const known = counts.get(column.index);
          counts.set(column.index, countTargets(targets, targetsOf.get(column.index) ?? 0, known));
          return cells.accept(column, targets);
        },
      };
      await sampler.draw(chunkRows, random, sink);
    }
  } finally {
    sampler.dispose();
  }
  return counts;
}

function countTargets(
  targets: Int32Array,
  size: number,
  counts: Float64Array = new Float64Array(size),
): Float64Array {
  for (const target of targets) counts[target]++;
  return counts;
}

/** What to add to log shares; nothing to those of codes that are never drawn. */
function shiftsTo(learnt: Float64Array, drawn: Float64Array): Float64Array {
  const isDrawn = drawn.map((count) => Number(count > 0));
  const sum = (counts: Float64Array) => counts.reduce((total, count, i) => total + isDrawn[i] * count, 0);
  const scale = sum(drawn) / Math.max(1, sum(learnt));
  return drawn.map((count, i) =>
    isDrawn[i] === 0 ? 0 : Math.log((scale * learnt[i] + prior) / (count + prior)),
  );
}
