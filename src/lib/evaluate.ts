import { concatenateTables } from '../engine/generate/generate-table';
import type { TrainedModel } from '../engine/train/train-model';
import { selectRows, type TypedTable } from '../engine/typed-table';
import { alignTables } from '../evaluation/align-tables';
import type { Evidence } from '../evaluation/evidence';
import { gatherEvidence } from '../evaluation/gather-evidence';
import { createBreath } from './breath';
import type { EvaluateOptions, Finding } from './types';

/** What was found out about the rows drawn, beside those that the model never saw. */
export async function evaluate(
  real: TypedTable,
  { split }: TrainedModel,
  { target, sensitive = [], known = [], effort = 'standard', language = 'en', signal }: EvaluateOptions,
  chunks: AsyncIterable<TypedTable>,
): Promise<Finding[]> {
  const drawn: TypedTable[] = [];
  for await (const chunk of chunks) drawn.push(chunk);
  const training = selectRows(real, Uint32Array.from([...split.fit, ...split.validation]).sort());
  const tables = alignTables(training, selectRows(real, split.holdout), concatenateTables(drawn));
  const watch = {
    onPartial: () => undefined,
    onProgress: () => undefined,
    yieldControl: createBreath(signal),
  };
  const request = { choices: { target: target ?? null, sensitive, known }, effort, seed: 1 };
  return asFindings((await gatherEvidence(tables, request, watch))[language]);
}

function asFindings({ findings }: Evidence): Finding[] {
  const orNull = (value: number) => (Number.isFinite(value) ? value : null);
  return findings.map(({ id, family, name, synthetic, holdout, verdict, sentence }) => ({
    id,
    family,
    name,
    synthetic: orNull(synthetic.value),
    holdout: holdout && orNull(holdout.value),
    verdict,
    sentence,
  }));
}
