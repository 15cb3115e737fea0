import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { addCondition, awaitEstimate, exportAs, goTo, openTable, train } from './person';
import { useStage } from './stage';
import { rowsOf, smallTable } from './tables';

const stage = useStage();

/** The cells of a column of the saved file. */
function cellsOf(text: string, name: string): string[] {
  const [header, ...rows] = rowsOf(text);
  const place = header.indexOf(name);
  return rows.map((row) => row[place]);
}

async function setRows(page: Page, rows: number): Promise<void> {
  await page.getByLabel('Rows', { exact: true }).fill(String(rows));
}

it('a person saves only rows like these, and is told how rare they are', async () => {
  const { page, complaints, requests, end } = await stage.visit();
  await openTable(page, smallTable());
  await train(page);
  const department = await addCondition(page, 'department');
  await department.getByRole('checkbox', { name: 'Cardiology' }).check();
  const pressure = await addCondition(page, 'systolic_mmhg');
  await pressure.getByLabel('What is asked of systolic_mmhg').selectOption({ label: 'is between' });
  const save = page.getByRole('button', { name: /^Save .* as / });
  await expect(save.isDisabled()).resolves.toBe(true);
  await pressure.getByLabel('Value for systolic_mmhg', { exact: true }).fill('150');
  await pressure.getByLabel('Upper value for systolic_mmhg').fill('175');
  expect(await awaitEstimate(page)).toMatch(/^(About|Next to none).* [\d.]+ %/);

  await setRows(page, 300);
  const { bytes } = await exportAs(page, 'CSV');
  const text = bytes.toString();
  expect(new Set(cellsOf(text, 'department'))).toEqual(new Set(['Cardiology']));
  const pressures = cellsOf(text, 'systolic_mmhg').map(Number);
  expect(pressures).toHaveLength(300);
  expect(pressures.every((value) => value >= 150 && value <= 175)).toBe(true);
  await page.getByText('department=Cardiology and systolic_mmhg>=150 and systolic_mmhg<=175').waitFor();
  expect(complaints).toEqual([]);
  expect(requests()).toEqual([]);
  await end();
});

it('says which condition no row meets, saves none, and draws again when it is removed', async () => {
  const { page, complaints, end } = await stage.visit();
  await openTable(page, smallTable());
  await train(page);
  const pressure = await addCondition(page, 'systolic_mmhg');
  await pressure.getByLabel('Value for systolic_mmhg', { exact: true }).fill('4000');
  await page.getByText('"systolic_mmhg>=4000": the model draws next to no such row').waitFor();
  const save = page.getByRole('button', { name: /^Save .* as / });
  await expect(save.isDisabled()).resolves.toBe(true);
  await pressure.getByLabel('Value for systolic_mmhg', { exact: true }).fill('eighty');
  await page.getByText(/"systolic_mmhg>=eighty": what follows the sign does not fit/).waitFor();
  await pressure.getByRole('button', { name: 'Remove the condition on systolic_mmhg' }).click();
  await setRows(page, 50);
  const { bytes } = await exportAs(page, 'CSV');
  expect(rowsOf(bytes.toString())).toHaveLength(51);
  expect(complaints).toEqual([]);
  await end();
});

it('a long draw under conditions can be cancelled, and others begun', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, smallTable());
  await train(page);
  const pressure = await addCondition(page, 'systolic_mmhg');
  await pressure.getByLabel('Value for systolic_mmhg', { exact: true }).fill('140');
  await awaitEstimate(page);
  await setRows(page, 1_000_000);
  await page.getByRole('button', { name: /^Save .* as / }).click();
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await pressure.getByLabel('Value for systolic_mmhg', { exact: true }).fill('160');
  await awaitEstimate(page);
  await setRows(page, 60);
  const { bytes } = await exportAs(page, 'CSV');
  const pressures = cellsOf(bytes.toString(), 'systolic_mmhg').map(Number);
  expect(pressures).toHaveLength(60);
  expect(Math.min(...pressures)).toBeGreaterThanOrEqual(160);
  await goTo(page, 'Train');
  await end();
});
