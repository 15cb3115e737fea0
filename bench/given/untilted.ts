import type { Condition } from '../../src/engine/generate/given/condition';
import { DrawnChunk } from '../../src/engine/generate/given/drawn-chunk';
import { Evidence } from '../../src/engine/generate/given/evidence';
import { Tilts } from '../../src/engine/generate/given/tilts';
import { effectiveSampleSize } from '../../src/engine/generate/given/weights';
import { TableDecoder } from '../../src/engine/generate/table-decoder';
import type { TableModel } from '../../src/engine/models/table-model';
import { RandomStream } from '../../src/engine/random';

const rows = 8192;

/** Share of effective rows of likelihood weighting alone, without a proposal learnt for the conditions: the ablation. */
export async function untiltedShare(model: TableModel, conditions: readonly Condition[]): Promise<number> {
  const evidence = new Evidence(model.encoded, model.dependencies, conditions);
  const random = new RandomStream(1, 'untilted');
  const decoder = new TableDecoder(model.encoded, model.makers, 1, evidence.limits);
  const chunk = new DrawnChunk(evidence, Tilts.none(model.encoded, []), decoder.chunk(rows), rows, random);
  const sampler = model.sampler();
  try {
    await sampler.draw(rows, random, chunk, chunk);
    chunk.finish();
    return effectiveSampleSize(chunk.rowWeights()) / rows;
  } finally {
    sampler.dispose();
  }
}
