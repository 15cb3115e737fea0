/** The letters that a model file begins with (model-file.ts). */
export const modelMagic = 'UNDERSTUDY-MODEL';

/** False also where the file cannot be read. */
export async function isModelFile(file: Blob): Promise<boolean> {
  const head = await file
    .slice(0, modelMagic.length)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  return namesModel(new Uint8Array(head));
}

/** Whether a file with this head says that it is a model. */
export function namesModel(head: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(head.subarray(0, modelMagic.length)) === modelMagic;
}
