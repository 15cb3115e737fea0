import { type StepName, stepNames } from './app.svelte';

/**
 * The steps in the browser's own history, so that its Back and Forward go between them. The address stays as it is. Not
 * in a frame: there the history is the host's.
 */
export class StepHistory {
  readonly #page: Window;

  /** @param onMove the person went back or forward to this step */
  constructor(page: Window, onMove: (step: StepName) => void) {
    this.#page = page;
    page.addEventListener('popstate', ({ state }) => onMove(stepIn(state)));
  }

  /** Another step is shown. */
  add(step: StepName): void {
    if (this.#page.parent === this.#page) this.#page.history.pushState({ step }, '');
  }
}

function stepIn(state: unknown): StepName {
  const { step } = (state ?? {}) as { readonly step?: unknown };
  return stepNames.find((name) => name === step) ?? 'open';
}
