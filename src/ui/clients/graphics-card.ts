import AdapterWorker from '../../../workers/adapter.worker.ts?worker&inline';

let answer: Promise<boolean> | null = null;

/** Whether there is a graphics card to learn on; asked once. */
export function hasGraphicsCard(): Promise<boolean> {
  return (answer ??= ask());
}

function ask(): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new AdapterWorker();
    const take = (found: boolean) => {
      worker.terminate();
      resolve(found);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<boolean>) => take(data));
    worker.addEventListener('error', () => take(false));
  });
}
