import { servePeer } from '../src/engine/train/pool/peer';

/** Shares the training of the worker that made this one, over the port that comes with its first message. */
self.addEventListener('message', ({ ports: [port] }) => void servePeer(port), { once: true });
