import { servePeer } from '../src/engine/train/pool/peer';

/** Shares the training of the worker that made this one, with the kernels and over the port of its first message. */
self.addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<WebAssembly.Module>) => void servePeer(port, data),
  { once: true },
);
