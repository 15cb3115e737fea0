import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, type Visit, visit, type VisitOptions } from './visit';
import { callWitness, type Witness } from './witness';

/** A browser for all tests of a file, and a witness of what it asks for. */
export interface Stage {
  /** One person's page. */
  visit(options?: VisitOptions): Promise<Visit>;
  readonly browser: () => Browser;
  readonly witness: () => Witness;
}

/** Opens both before the file's tests and closes them after. */
export function useStage(): Stage {
  let witness: Witness;
  let browser: Browser;
  beforeAll(async () => {
    witness = await callWitness();
    browser = await launch(witness);
  });
  afterAll(async () => {
    await browser.close();
    await witness.close();
  });
  return {
    visit: (options) => visit(browser, witness, options),
    browser: () => browser,
    witness: () => witness,
  };
}
