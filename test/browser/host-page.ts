/** A host's page with Understudy in it, as a test sits before it. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { HostConfig } from '../../src/embed/protocol';
import type { UnderstudyApp } from '../../src/embed/understudy-app';
import type { TwoOrigins } from './two-origins';

/** The embedded page. */
export function frameOf(page: Page): FrameLocator {
  return page.frameLocator('understudy-app iframe');
}

/** The host's page with Understudy at that address in it. @param said hears what is on its console and what it did not get */
export async function openHost(
  browser: Browser,
  at: TwoOrigins,
  address: string,
  said: string[] = [],
): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => said.push(message.text()));
  page.on('requestfailed', (request) => said.push(`not loaded: ${request.url()}`));
  await page.goto(`${at.host}?page=${encodeURIComponent(address)}`);
  return page;
}

/** As {@link openHost}, and the two have met. Throws an Error that says what is known where they do not. */
export async function openReadyHost(browser: Browser, at: TwoOrigins, address: string): Promise<Page> {
  const said: string[] = [];
  const page = await openHost(browser, at, address, said);
  try {
    await page.getByText('Ready.').waitFor({ timeout: 60_000 });
  } catch (error) {
    const state = await page.locator('#state').textContent();
    throw new Error([`The host’s page says: ${state}`, ...said].join('\n'), { cause: error });
  }
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
