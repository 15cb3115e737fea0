import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { layOutAll } from './lay-out';
import { addCondition, askForPrivacy, compareAll, exportAs, goTo, openTable, steps, train } from './person';
import { useStage } from './stage';
import { smallTable } from './tables';

/** 320: reflow (WCAG 1.4.10); 720: a window of 1440 at 200 % (1.4.4). */
const widths = [320, 390, 720, 768, 1440, 2560];
const rightToLeft = [390, 1440];

const stage = useStage();

/** How far the page goes beyond its window sideways, in pixels, and elements that do. */
function findOverflow(page: Page): Promise<{ beyond: number; elements: string[] }> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return right > width + 1 || left < -1;
    });
    return {
      beyond: Math.max(0, document.documentElement.scrollWidth - width),
      elements: wide
        .slice(0, 5)
        .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`),
    };
  });
}

it(`no step scrolls sideways, ${widths.join(', ')} pixels wide, nor where reading goes from right to left`, async () => {
  const { page, end } = await stage.visit();
  await layOutAll(page);
  const wide: string[] = [];
  const measureAt = async (place: string, width: number) => {
    await page.setViewportSize({ width, height: width === 720 ? 450 : 900 });
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const { beyond, elements } = await findOverflow(page);
    if (beyond > 0) wide.push(`${place} at ${width}: ${beyond} pixels beyond (${elements.join(', ')})`);
  };
  const measure = async (place: string) => {
    for (const width of widths) await measureAt(place, width);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    for (const width of rightToLeft) await measureAt(`${place}, right to left,`, width);
    await page.evaluate(() => document.documentElement.removeAttribute('dir'));
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  await measure('Open');
  await openTable(page, smallTable());
  await train(page);
  await compareAll(page);
  await exportAs(page, 'CSV');
  await (await addCondition(page, 'city')).getByRole('checkbox').first().check();
  await (
    await addCondition(page, 'visit_date')
  )
    .getByLabel('What is asked of visit_date')
    .selectOption({ label: 'is between' });
  for (const step of steps) {
    await goTo(page, step);
    await measure(step === 'Open' ? 'Open, with a table' : step);
  }
  await goTo(page, 'Train');
  await page.getByRole('radio', { name: /differential privacy/ }).check();
  await page.getByRole('button', { name: 'Type them' }).click();
  await measure('Bounds and lists');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await askForPrivacy(page, { epsilon: 3, declaredRows: 800 });
  await measure('Train, with a promise');
  expect(wide).toEqual([]);
  await end();
});
