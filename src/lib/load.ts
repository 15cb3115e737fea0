import { embeddedMeans } from '../engine/backend/embedded-wasm';
import { openSaved } from '../engine/saved/open-saved';
import { readModelFile } from '../io/model-file';
import { DrawnModel } from './drawn-model';
import type { Model } from './types';

/** A model from a file's bytes. @throws UserError where they are none */
export async function load(bytes: Uint8Array): Promise<Model> {
  const saved = readModelFile(bytes);
  return new DrawnModel(await openSaved(saved, embeddedMeans), saved.facts, null);
}
