import { type BackendMeans, prepareBackend } from '../backend/prepare-backend';
import type { TableModel } from '../models/table-model';
import { restoreModel } from './restore-model';
import type { SavedModel } from './saved-model';

/**
 * The saved model, ready to draw from; a backend is prepared where it keeps a network's weights in one. To be disposed of.
 * @throws UserError where the parts do not fit together
 */
export async function openSaved(saved: SavedModel, means: BackendMeans): Promise<TableModel> {
  // It computes nothing: rows are drawn by the kernels.
  if ('members' in saved.drawing || 'weights' in saved.drawing) await prepareBackend('wasm', means);
  return restoreModel(saved);
}
