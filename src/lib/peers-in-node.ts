import { nodeThreads } from '../threads/node-threads';

/** Threads of the app's process; the package's `peer.js` lies beside the part that this is in. */
export const peers = nodeThreads(new URL('./peer.js', import.meta.url));
