import type { Peer, PeerSource } from '../src/engine/train/pool/peer-source';
import PeerWorker from './peer.worker.ts?worker&inline';

/** Workers of this worker: they end with it, and are bound by the page's policy as it is. */
export const peers: PeerSource = {
  cores: navigator.hardwareConcurrency,
  open: (count, kernels) => Array.from({ length: count }, () => openWorker(kernels)),
  now: () => performance.now(),
  everySecond: (tick) => {
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  },
};

function openWorker(kernels: WebAssembly.Module): Peer {
  const { port1, port2 } = new MessageChannel();
  const worker = new PeerWorker();
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
