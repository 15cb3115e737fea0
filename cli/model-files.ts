import { readFile, writeFile } from 'node:fs/promises';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import type { TableModel } from '../src/engine/models/table-model';
import { openSaved } from '../src/engine/saved/open-saved';
import { saveModel } from '../src/engine/saved/save-model';
import type { ModelFacts, SavedModel } from '../src/engine/saved/saved-model';
import type { TrainedModel } from '../src/engine/train/train-model';
import { readModelFile, writeModelFile } from '../src/io/model-file';
import { guaranteeOf } from '../src/release/guarantee';

/** Writes a model file, which only its owner may read. @returns its size in bytes */
export async function writeModel(
  path: string,
  { model, summary }: Pick<TrainedModel, 'model' | 'summary'>,
  facts: Omit<ModelFacts, 'promise'>,
): Promise<number> {
  const promise = guaranteeOf(summary.ledger).statement;
  const bytes = writeModelFile(await saveModel(model, { ...facts, promise }));
  await writeFile(path, bytes, { mode: 0o600 });
  return bytes.length;
}

/** A model from its file. To be disposed of. @throws UserError where the file cannot be used */
export async function openModel(
  path: string,
): Promise<{ readonly model: TableModel; readonly saved: SavedModel }> {
  const saved = readModelFile(await readFile(path));
  return { model: await openSaved(saved, embeddedMeans), saved };
}
