import { flushSync } from 'svelte';

/** Milliseconds of a frame after which whoever still waits does so until the next: most of a frame stays for its layout. */
const longestWork = 6;

type Turn = () => void;

/**
 * Work on the page that is put off, so that no task is long: it is done in one of the next frames, as much in each as there is
 * time for, in the order asked for. What a turn itself brings forth comes right after it: parts of the page that are put
 * into it turn by turn appear from its top to its end.
 * @param work does one turn, and all that follows from it
 * @returns asks for a turn; what that returns gives the turn up
 */
export function makeTurns(work: (turn: Turn) => void): (turn: Turn) => () => void {
  let waiting: Turn[] = [];
  /** Those that came while another's turn was on; null where none is. */
  let fresh: Turn[] | null = null;
  let isAwaited = false;

  function awaitFrame(): void {
    isAwaited = waiting.length > 0;
    if (isAwaited) requestAnimationFrame(useFrame);
  }

  function useFrame(): void {
    const end = performance.now() + longestWork;
    try {
      do useTurn();
      while (waiting.length > 0 && performance.now() < end);
    } finally {
      awaitFrame();
    }
  }

  function useTurn(): void {
    const next = waiting.shift();
    if (!next) return;
    fresh = [];
    try {
      work(next);
    } finally {
      waiting = [...fresh, ...waiting];
      fresh = null;
    }
  }

  return (turn) => {
    (fresh ?? waiting).push(turn);
    if (!isAwaited) awaitFrame();
    return () => {
      waiting = waiting.filter((one) => one !== turn);
      fresh = fresh && fresh.filter((one) => one !== turn);
    };
  };
}

/** The page's own turns: each with all that Svelte changes because of it. */
export const takeTurn = makeTurns(flushSync);
