import { servePeerThread } from '../threads/node-threads';

// What each thread of peers-in-node.ts runs.
await servePeerThread();
