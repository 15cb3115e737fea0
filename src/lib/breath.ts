/** Milliseconds of work between two breaths: messages and timers wait no longer. */
const patience = 40;

/** A function that lets others have their turn now and then; it throws what the signal was aborted with. */
export function createBreath(signal?: AbortSignal): () => Promise<void> {
  let last = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - last < patience) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    last = performance.now();
  };
}
