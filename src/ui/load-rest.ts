import { UserError } from '../engine/errors';
import type * as afterOpen from './after-open';
import { stateWords } from './state/words';

export type AfterOpen = typeof afterOpen;

/** What a page in several files forbids itself once it has loaded them all: from then on it can ask for nothing. */
const closedDoor = "script-src 'wasm-unsafe-eval'; worker-src blob:";

let rest: Promise<AfterOpen> | null = null;

/**
 * Loads what the page still lacks and then shuts the door it came through; before a table is read, and once. A page that is
 * one file has it all. Throws UserError where the server no longer gives the files that belong to this page.
 */
export function loadRest(page: Document): Promise<AfterOpen> {
  rest ??= import('./after-open').then(
    (loaded) => {
      if (mayLoadScripts(page)) closeDoor(page);
      return loaded;
    },
    () => {
      rest = null;
      throw new UserError(stateWords().cannotLoad);
    },
  );
  return rest;
}

/** The policies in the page itself, in the order in which they came. */
export function policiesOf(page: Document): string[] {
  const metas = page.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
  return [...metas].map((meta) => meta.content);
}

function mayLoadScripts(page: Document): boolean {
  return policiesOf(page).some((policy) => policy.includes("script-src 'self'"));
}

function closeDoor(page: Document): void {
  const meta = page.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = closedDoor;
  page.head.append(meta);
}
