/** A host's page with Understudy in it, as a test sits before it. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { HostConfig } from '../../src/embed/protocol';
import type { UnderstudyApp } from '../../src/embed/understudy-app';
import type { TwoOrigins } from './two-origins';

/** The embedded page. */
export function frameOf(page: Page): FrameLocator {
  return page.frameLocator('understudy-app iframe');
}

/** The host's page with Understudy at that address in it. */
export async function openHost(browser: Browser, at: TwoOrigins, address: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${at.host}?page=${encodeURIComponent(address)}`);
  return page;
}

interface Embedding {
  /** Left out: as the element has it. */
  readonly sandbox?: string;
  readonly config?: HostConfig;
  readonly autosize?: boolean;
}

/** Puts an element of its own into the host's page; resolves when it is ready, or says so when it never is. */
export function embed(page: Page, address: string, embedding: Embedding = {}): Promise<string> {
  return page.evaluate(
    async ([src, { sandbox, config = {}, autosize = false }]) => {
      document.querySelector('understudy-app')?.remove();
      const element = document.createElement('understudy-app') as UnderstudyApp;
      if (sandbox !== undefined) element.setAttribute('sandbox', sandbox);
      element.toggleAttribute('autosize', autosize);
      element.setAttribute('src', src);
      element.config = config;
      document.body.append(element);
      const late = new Promise<string>((resolve) => setTimeout(() => resolve('no greeting'), 4000));
      return Promise.race([element.ready.then(() => 'ready'), late]);
    },
    [address, embedding] as const,
  );
}
