import type { Frame, Page } from 'playwright-core';

/**
 * Has the page laid out as a whole from now on. By itself it leaves out what is off the screen (`content-visibility`):
 * such a part is as high as it is supposed to be, may seem to lie over the next, and cuts off what is too wide for it.
 */
export function layOutAll(page: Page | Frame): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet];
  });
}
