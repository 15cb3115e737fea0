import { readFile, writeFile } from 'node:fs/promises';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../src/engine/backend/prepare-backend';
import type { TableModel } from '../src/engine/models/table-model';
import { restoreModel } from '../src/engine/saved/restore-model';
import { saveModel } from '../src/engine/saved/save-model';
import type { ModelFacts, SavedModel } from '../src/engine/saved/saved-model';
import { readModelFile, writeModelFile } from '../src/io/model-file';

/** Writes a model file, which only its owner may read. @returns its size in bytes */
export async function writeModel(path: string, model: TableModel, facts: ModelFacts): Promise<number> {
  const bytes = writeModelFile(await saveModel(model, facts));
  await writeFile(path, bytes, { mode: 0o600 });
  return bytes.length;
}

/** A model from its file. To be disposed of. @throws UserError where the file cannot be used */
export async function openModel(
  path: string,
): Promise<{ readonly model: TableModel; readonly saved: SavedModel }> {
  const saved = readModelFile(await readFile(path));
  // TF.js keeps a network's weights, and computes nothing: rows are drawn by the kernels.
  await prepareBackend('cpu', embeddedMeans);
  return { model: restoreModel(saved), saved };
}
