import { serveHash } from '../src/io/threaded-hash';

/** Hashes for the worker that made this one, over the port of its first message. */
self.addEventListener('message', ({ ports: [port] }) => serveHash(port), { once: true });
