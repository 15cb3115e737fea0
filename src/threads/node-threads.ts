import { availableParallelism } from 'node:os';
import { isMainThread, type MessagePort as ThreadPort, Worker, workerData } from 'node:worker_threads';
import { servePeer } from '../engine/train/pool/peer';
import type { Peer, PeerSource } from '../engine/train/pool/peer-source';

/** What the main thread gives a thread that is to share its training. */
interface PeerData {
  readonly sharesTraining: MessagePort;
  readonly kernels: WebAssembly.Module;
}

/** Threads of this process, each running `script`, which must call `servePeerThread` where `isPeerThread`. */
export function nodeThreads(script: URL): PeerSource {
  return {
    cores: availableParallelism(),
    open: (count, kernels) => Array.from({ length: count }, () => openThread(script, kernels)),
    now: () => performance.now(),
    everySecond: (tick) => {
      const timer = setInterval(tick, 1000).unref();
      return () => clearInterval(timer);
    },
  };
}

/** Whether this thread was started to share a training, and has nothing else to do. */
export function isPeerThread(): boolean {
  return !isMainThread && isPeerData(workerData);
}

/** Serves the thread that started this one until that ends it. */
export async function servePeerThread(): Promise<void> {
  const data: unknown = workerData;
  if (isPeerData(data)) await servePeer(data.sharesTraining, data.kernels);
}

function isPeerData(data: unknown): data is PeerData {
  return typeof data === 'object' && data !== null && 'sharesTraining' in data;
}

function openThread(script: URL, kernels: WebAssembly.Module): Peer {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(script, {
    workerData: { sharesTraining: port2, kernels } satisfies PeerData,
    transferList: [port2 as unknown as ThreadPort],
  });
  worker.unref();
  let isAsked = false;
  return {
    port: port1,
    onBroken: (report) => {
      const tell = () => {
        if (!isAsked) report();
      };
      worker.on('error', tell).on('exit', tell);
    },
    end: () => {
      isAsked = true;
      port1.close();
      void worker.terminate();
    },
  };
}
