import { nodeThreads } from '../src/threads/node-threads';

/** Threads that run this very file: the command line's one script. */
export const threads = nodeThreads(new URL(import.meta.url));
