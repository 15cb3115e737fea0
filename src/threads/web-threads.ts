import type { Peer, PeerSource } from '../engine/train/pool/peer-source';

/** Workers of this page or worker, each started by `start` with a script that serves the port of its first message (peer.worker.ts). */
export function webThreads(start: () => Worker): PeerSource {
  return {
    cores: navigator.hardwareConcurrency,
    open: (count, kernels) => Array.from({ length: count }, () => openWorker(start(), kernels)),
    now: () => performance.now(),
    everySecond: (tick) => {
      const timer = setInterval(tick, 1000);
      return () => clearInterval(timer);
    },
  };
}

function openWorker(worker: Worker, kernels: WebAssembly.Module): Peer {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(kernels, [port2]);
  return {
    port: port1,
    onBroken: (report) => {
      worker.addEventListener('error', (event) => {
        // Else it would count as an error of this worker too, which goes on.
        event.preventDefault();
        report();
      });
      worker.addEventListener('messageerror', report);
    },
    end: () => {
      port1.close();
      worker.terminate();
    },
  };
}
