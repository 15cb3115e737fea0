import type { AppState } from '../app.svelte';

/** What is being done; `share` 0 … 1, null where it is not known. */
interface WorkDone {
  readonly phase: string;
  readonly share: number | null;
}

/** Between two reports of progress, milliseconds. */
const reportEvery = 100;

/** Tells what is being done as it changes, until the answer is called. @param now milliseconds */
export function watchProgress(app: AppState, now: () => number, tell: (done: WorkDone) => void): () => void {
  let last = -Infinity;
  return $effect.root(() => {
    $effect(() => {
      const done = progressOf(app);
      const time = now();
      if (!done || time - last < reportEvery) return;
      last = time;
      tell(done);
    });
  });
}

function progressOf({ opening, study }: AppState): WorkDone | null {
  const counted = opening.progress ?? study?.comparison.progress ?? study?.release.file.progress;
  if (counted)
    return { phase: counted.phase, share: counted.total > 0 ? counted.done / counted.total : null };
  if (!study?.training.active) return null;
  const { step, phase } = study.training;
  return { phase: 'Learning', share: step ? step.step / step.totalSteps : (phase?.progress ?? null) };
}
