import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { median } from '../quality/results-table';

const echoes = { echoes: true };

// The thread that sends messages back runs the bundle that started it.
if ((workerData as Partial<typeof echoes> | null)?.echoes) {
  parentPort?.on('message', (message: ArrayBuffer) => parentPort?.postMessage(message, [message]));
}

/** Median seconds that a message takes to another thread of this process and back, memory handed over and not copied. */
export async function messageSeconds(count: number): Promise<number> {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: echoes });
  const seconds: number[] = [];
  try {
    let message = new ArrayBuffer(2 ** 20);
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      message = await new Promise<ArrayBuffer>((resolve) => {
        worker.once('message', resolve);
        worker.postMessage(message, [message]);
      });
      seconds.push((performance.now() - start) / 1000);
    }
  } finally {
    await worker.terminate();
  }
  return median(seconds);
}
