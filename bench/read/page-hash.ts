import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { serveHash, ThreadedHash } from '../../src/io/threaded-hash';
import type { RunningHash } from '../../src/io/watched-chunks';

const hashes = { hashes: true };

// The thread that hashes runs the bundle that started it.
if ((workerData as Partial<typeof hashes> | null)?.hashes) parentPort?.once('message', serveHash);

/** Calls `work` with a hash as the page has it: in WebAssembly, on a thread that begins and ends with the file. */
export async function withPageHash<Result>(work: (hash: RunningHash) => Promise<Result>): Promise<Result> {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: hashes });
  try {
    worker.postMessage(port2, [port2 as never]);
    const hash = new ThreadedHash(port1);
    await hash.ready;
    return await work(hash);
  } finally {
    port1.close();
    await worker.terminate();
  }
}
