import { webThreads } from '../src/threads/web-threads';
import PeerWorker from './peer.worker.ts?worker&inline';

/** Workers of this worker: they end with it, and are bound by the page's policy as it is. */
export const peers = webThreads(() => new PeerWorker());
