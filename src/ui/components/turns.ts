import { flushSync } from 'svelte';

/** Milliseconds of a frame after which whoever still waits does so until the next: most of a frame stays for its layout. */
const longestTurn = 6;

type Turn = () => void;

let waiting: Turn[] = [];
/** Those that came while another's turn was on. */
let fresh: Turn[] | null = null;
let frame = 0;

/**
 * Work on the page that is put off, so that no task is long: it is done in one of the next frames, as much in each as there is
 * time for, in the order asked for. What a turn itself brings forth comes right after it: parts of the page that are put
 * into it turn by turn appear from its top to its end.
 * @returns gives the turn up
 */
export function takeTurn(turn: Turn): () => void {
  (fresh ?? waiting).push(turn);
  if (frame === 0) frame = requestAnimationFrame(letThemWork);
  return () => {
    waiting = waiting.filter((one) => one !== turn);
    fresh = fresh && fresh.filter((one) => one !== turn);
  };
}

function letThemWork(): void {
  const end = performance.now() + longestTurn;
  try {
    do letNextWork();
    while (waiting.length > 0 && performance.now() < end);
  } finally {
    frame = waiting.length > 0 ? requestAnimationFrame(letThemWork) : 0;
  }
}

function letNextWork(): void {
  const next = waiting.shift();
  if (!next) return;
  fresh = [];
  try {
    flushSync(next);
  } finally {
    waiting = [...fresh, ...waiting];
    fresh = null;
  }
}
