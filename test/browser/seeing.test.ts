import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { compareAll, goTo, lookAtColumns, openTable, train } from './person';
import { useStage } from './stage';
import { smallTable } from './tables';

const stage = useStage();

function colour(element: Locator, property: string): Promise<string> {
  return element.evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
}

it('under forced colours everything is drawn in the system’s, and what is chosen or filled is still told apart', async () => {
  const { page, end } = await stage.visit({ forcedColors: 'active' });
  await openTable(page, smallTable());
  await lookAtColumns(page);
  const canvas = await colour(page.locator('html'), 'background-color');
  const chosenStep = page.getByRole('navigation').locator('[aria-current]');
  const underline = await chosenStep.evaluate((one) => getComputedStyle(one, '::after').backgroundColor);
  expect(underline).not.toBe(canvas);
  const primary = page.locator('.button.primary').first();
  expect(await colour(primary, 'background-color')).not.toBe(canvas);
  expect(await colour(primary, 'color')).not.toBe(await colour(primary, 'background-color'));
  const shape = page.locator('main svg .real').first();
  expect(await colour(shape, 'fill')).not.toBe(canvas);
  await primary.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await colour(primary, 'outline-style')).toBe('solid');
  expect(await colour(primary, 'outline-color')).not.toBe(canvas);
  await end();
});

it('on paper the comparison stands dark on light, without what operates the page', async () => {
  const { page, end } = await stage.visit({ colorScheme: 'dark' });
  await openTable(page, smallTable());
  await train(page, { model: 'Independent columns' });
  await compareAll(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await colour(page.locator('body'), 'color')).toBe('rgb(26, 31, 32)');
  for (const operates of [
    page.getByRole('banner'),
    page.getByRole('navigation'),
    page.locator('.button').first(),
  ])
    expect(await operates.isVisible()).toBe(false);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  expect(await page.locator('main svg').count()).toBeGreaterThan(10);
  const pages = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
  expect(pages.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeLessThan(20);
  await page.emulateMedia({ media: 'screen' });
  await goTo(page, 'Release');
  await end();
});
