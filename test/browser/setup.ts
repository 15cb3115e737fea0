import type { TestProject } from 'vitest/node';
import { obtainChromium } from '../../scripts/find-chromium';
import { buildWhenStale } from '../../scripts/freshness';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser's program. */
    readonly chromium: string;
  }
}

/** Before the browser tests: a browser, and the page built from the sources as they are. */
export default function setup(project: TestProject): void {
  project.provide('chromium', obtainChromium());
  buildWhenStale();
}
