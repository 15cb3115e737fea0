import { Cancelled, WorkerFault } from '../clients/worker-lease';

/** What to tell the person; null when they asked for the stop themselves. Never holds cell content. */
export function explainFailure(error: unknown, doing: string): string | null {
  if (error instanceof Cancelled) return null;
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  if (error instanceof WorkerFault) return error.message;
  if (error instanceof Error && error.name === 'UserError') return error.message;
  const name = error instanceof Error ? error.name : 'unknown error';
  if (isWantOfMemory(error))
    return `Memory ran out while ${doing}: close other tabs, or use fewer rows, and try again; nothing that was finished is lost.`;
  if (name === 'QuotaExceededError')
    return `There was no room left for the file while ${doing}: make room, or choose another place, and try again; what was learnt is still here.`;
  return `Something this page did not foresee (${name}) came up while ${doing}; nothing has left it, and you can try again.`;
}

/** Browsers have no error of its own for it. */
function isWantOfMemory(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'RangeError' &&
    /allocat|out of memory|invalid (?:typed )?array (?:buffer )?length/i.test(error.message)
  );
}
