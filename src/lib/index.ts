/** `understudy` for programs: the page's engine, without the page. Nothing is loaded or sent over a network. */
import { isOpened } from './held';
import { open } from './open';
import type { Model, OpenedTable, Source, SynthesizeOptions } from './types';

export { open };
export type * from './types';

/**
 * Learns a table, read before or here, as a model that synthetic rows are drawn from. It takes a thread of its own well: run it
 * in a worker where something else is to go on.
 * @throws an error named UserError, with one sentence, where the table cannot be used or learnt so
 */
export async function synthesize(
  source: Source | OpenedTable,
  options: SynthesizeOptions = {},
): Promise<Model> {
  options.onProgress?.({ phase: 'read', share: 0 });
  const opened = isOpened(source) ? source : await open(source, options);
  const { learn } = await import('./learn');
  return learn(opened, options);
}

/** A model from the bytes that `save`, or the command line's --save-model, made. @throws an error named UserError where they are none */
export async function loadModel(bytes: Uint8Array): Promise<Model> {
  const { load } = await import('./load');
  return load(bytes);
}
