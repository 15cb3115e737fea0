import { ThreadedHash } from '../src/io/threaded-hash';
import type { RunningHash } from '../src/io/watched-chunks';
import HashWorker from './hash.worker.ts?worker&inline';

/** Smaller files are hashed before a thread has begun. */
const leastBytes = 16 * 1024 * 1024;

/** A hash and the thread it may run on. */
interface OwnHash {
  /** Not there: nothing but this thread can hash, or need. */
  readonly hash?: RunningHash;
  /** Ends the thread, whatever it is doing. */
  readonly end: () => void;
}

const inPlace: OwnHash = { end: () => undefined };

/** Hashes a file of so many bytes in a worker of its own, where it is large and such a worker begins. */
export async function ownHash(byteCount: number): Promise<OwnHash> {
  if (byteCount < leastBytes) return inPlace;
  const worker = begin();
  if (worker === null) return inPlace;
  const { port1, port2 } = new MessageChannel();
  const hash = new ThreadedHash(port1);
  const end = () => {
    port1.close();
    worker.terminate();
  };
  worker.addEventListener('error', (event) => {
    // Else it would count as an error of this worker too, which is told by what waits for the hash.
    event.preventDefault();
    hash.fail();
  });
  worker.postMessage(null, [port2]);
  try {
    await hash.ready;
    return { hash, end };
  } catch {
    end();
    return inPlace;
  }
}

/** Null where a worker may begin no other. */
function begin(): Worker | null {
  try {
    return new HashWorker();
  } catch {
    return null;
  }
}
