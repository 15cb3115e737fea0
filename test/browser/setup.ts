import type { TestProject } from 'vitest/node';
import { obtainChromium } from '../../scripts/find-chromium';
import { obtainFirefox } from '../../scripts/find-firefox';
import { findNginx } from '../../scripts/find-nginx';
import { buildWhenStale } from '../../scripts/freshness';

declare module 'vitest' {
  interface ProvidedContext {
    /** Paths of the browsers' programs. */
    readonly chromium: string;
    /** Null where there is none and none could be installed. */
    readonly firefox: string | null;
    /** Path of the web server's program; null where there is none. */
    readonly nginx: string | null;
  }
}

/** Before the browser tests: a browser, and the page built from the sources as they are. */
export default function setup(project: TestProject): void {
  project.provide('chromium', obtainChromium());
  project.provide('firefox', obtainFirefox());
  project.provide('nginx', findNginx());
  buildWhenStale();
}
