import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serveTwoOrigins, type TwoOrigins } from './two-origins';
import { launch } from './visit';

/** A browser for all tests of a file, and a host with Understudy on another site. There from the first test on. */
export interface HostStage {
  readonly browser: Browser;
  readonly origins: TwoOrigins;
}

/** Opens both before the file's tests and closes them after. */
export function useHostStage(): HostStage {
  let browser: Browser;
  let origins: TwoOrigins;
  beforeAll(async () => {
    browser = await launch(null);
    origins = await serveTwoOrigins();
  });
  afterAll(async () => {
    await origins.close();
    await browser.close();
  });
  return {
    get browser() {
      return browser;
    },
    get origins() {
      return origins;
    },
  };
}
