/** The letters that a model file begins with (model-file.ts). */
export const modelMagic = 'UNDERSTUDY-MODEL';

/** Whether a file with this head says that it is a model. */
export function namesModel(head: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(head.subarray(0, modelMagic.length)) === modelMagic;
}
