import { Cancelled, WorkerFault } from '../clients/worker-lease';
import { failureWords } from './failure-words';

/** What to tell the person; null when they asked for the stop themselves. Never holds cell content. */
export function explainFailure(error: unknown, doing: string): string | null {
  if (error instanceof Cancelled) return null;
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  if (error instanceof WorkerFault) return error.message;
  if (error instanceof Error && error.name === 'UserError') return error.message;
  const words = failureWords();
  const name = error instanceof Error ? error.name : words.unknown;
  if (isWantOfMemory(error)) return words.memory(doing);
  if (name === 'QuotaExceededError') return words.room(doing);
  return words.unforeseen(name, doing);
}

/** Browsers have no error of its own for it. */
function isWantOfMemory(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'RangeError' &&
    /allocat|out of memory|invalid (?:typed )?array (?:buffer )?length/i.test(error.message)
  );
}
