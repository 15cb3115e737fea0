import { Cancelled, WorkerFault } from '../clients/worker-lease';

/** What to tell the person; null when they asked for the stop themselves. Never holds cell content. */
export function explainFailure(error: unknown, doing: string): string | null {
  if (error instanceof Cancelled) return null;
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  if (error instanceof WorkerFault) return error.message;
  if (error instanceof Error && error.name === 'UserError') return error.message;
  const name = error instanceof Error ? error.name : 'unknown error';
  return `Something this page did not foresee (${name}) came up while ${doing}; nothing has left it, and you can try again.`;
}
