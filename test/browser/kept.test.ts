import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { hurry } from './hurry';
import {
  awaitTraining,
  beginTraining,
  chooseFile,
  exportAs,
  goTo,
  keepTraining,
  openTable,
  train,
  unlockKept,
} from './person';
import { useStage } from './stage';
import { longTable, smallTable, type TableFile } from './tables';

const stage = useStage();
const passphrase = 'seven green bottles';
const nothing = { local: [], session: 0, databases: 0, caches: 0, files: [] };
const settings = { preset: 'Fast', workers: 1 } as const;
let table: TableFile;
/** What a training makes that nobody kept or broke off. */
let unbroken: Buffer;

beforeAll(() => {
  table = longTable(2);
});

/** All that the browser keeps for the page. */
function stored(page: Page) {
  return page.evaluate(async () => {
    const files: string[] = [];
    const list = async (folder: FileSystemDirectoryHandle, path: string) => {
      for await (const [name, handle] of folder.entries()) {
        files.push(path + name);
        if (handle.kind === 'directory') await list(handle, `${path}${name}/`);
      }
    };
    await list(await navigator.storage.getDirectory(), '');
    return {
      local: Object.keys(localStorage),
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      files,
    };
  });
}

const keptNote = (page: Page) => page.getByText(/^Kept on this computer, encrypted: /);
const card = (page: Page) => page.getByRole('region', { name: 'A training is kept on this computer' });
const alert = (page: Page) => page.getByRole('alert').first().innerText();

async function reload(page: Page): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await card(page).waitFor();
}

/** A page with a training under way that has been kept once. */
async function visitKept() {
  const visit = await stage.visit();
  hurry(visit.page, 20);
  await openTable(visit.page, table);
  await keepTraining(visit.page, passphrase);
  await beginTraining(visit.page, settings);
  await keptNote(visit.page).waitFor({ timeout: 100_000 });
  return visit;
}

it('unless it is asked for, a training leaves nothing in any store of the browser', async () => {
  const { page, complaints, end } = await stage.visit();
  await page.evaluate(() => {
    const { storage } = navigator;
    const open = storage.getDirectory.bind(storage);
    Object.assign(globalThis, { opened: 0 });
    storage.getDirectory = () => {
      (globalThis as unknown as { opened: number }).opened++;
      return open();
    };
  });
  hurry(page, 20);
  await openTable(page, table);
  await train(page, settings);
  unbroken = (await exportAs(page, 'CSV')).bytes;
  expect(await page.evaluate(() => (globalThis as unknown as { opened: number }).opened)).toBe(0);
  expect(await stored(page)).toEqual(nothing);
  expect(complaints).toEqual([]);
  await end();
});

it('a training kept and broken off by a reload goes on with the passphrase and the same file, to the same rows', async () => {
  const { page, requests, complaints, end } = await visitKept();
  const { local, files, ...others } = await stored(page);
  expect(others).toEqual({ session: 0, databases: 0, caches: 0 });
  expect(local).toEqual(['understudy-kept']);
  expect(files.filter((path) => path.includes('/'))).toHaveLength(1);

  await reload(page);
  expect(await page.content()).not.toContain(table.name);
  await unlockKept(page, 'seven green battles');
  expect(await alert(page)).toMatch(/^That passphrase does not open what was kept.*\.$/);
  await unlockKept(page, passphrase);
  await page.getByText(new RegExp(`was learnt from ${table.name}`)).waitFor();
  await page.getByText(/^The file is needed even where learning had ended/).waitFor();
  await chooseFile(page, { ...smallTable(), name: 'other.csv' });
  expect(await alert(page)).toMatch(/^other\.csv is not the file that what is kept was learnt from.*\.$/);
  await chooseFile(page, table);
  await page.getByText(/^Goes on from step [\d,]+, as it was kept\.$/).waitFor();
  await awaitTraining(page);
  expect((await exportAs(page, 'CSV')).bytes.equals(unbroken)).toBe(true);

  // What is kept of a training that has ended is its end.
  await reload(page);
  await unlockKept(page, passphrase);
  await chooseFile(page, table);
  await page.getByText(/^This was learnt to the end before/).waitFor();
  await awaitTraining(page);
  expect((await exportAs(page, 'CSV')).bytes.equals(unbroken)).toBe(true);

  await goTo(page, 'Train');
  await page.getByRole('button', { name: 'Delete what was kept' }).click();
  await expect.poll(() => stored(page)).toEqual(nothing);
  // The reloads are the person's own.
  expect(requests().filter((one) => one !== `GET ${page.url()}`)).toEqual([]);
  expect(complaints).toEqual([]);
  await end();
});

it('“Forget everything” in mid-training wipes what was kept', async () => {
  const { page, complaints, end } = await visitKept();
  await page.getByRole('button', { name: /Nothing leaves this page/ }).click();
  await page.getByRole('button', { name: 'Forget everything now' }).click();
  await expect.poll(() => stored(page), { timeout: 10_000 }).toEqual(nothing);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await card(page).count()).toBe(0);
  expect(complaints).toEqual([]);
  await end();
});

it('what was kept can be deleted without the passphrase, and in mid-training, which then goes on unkept', async () => {
  const { page, end } = await visitKept();
  await page.getByRole('button', { name: 'Delete what was kept' }).click();
  await expect.poll(() => stored(page)).toEqual(nothing);
  await awaitTraining(page);
  expect(await stored(page)).toEqual(nothing);
  await keepTraining(page, passphrase);
  await page.getByRole('button', { name: 'Learn again' }).click();
  await keptNote(page).waitFor({ timeout: 100_000 });
  await reload(page);
  await card(page).getByRole('button', { name: 'Delete what was kept' }).click();
  await expect.poll(() => card(page).count()).toBe(0);
  expect(await stored(page)).toEqual(nothing);
  await end();
});

it('a file that was cut short is passed over for the whole one before it, and refused where there is none', async () => {
  const { page, end } = await visitKept();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const write = (name: string, bytes: number[]) =>
    page.evaluate(
      async ([path, content]) => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('kept-training');
        const file = await (await folder.getFileHandle(path, { create: true })).createWritable();
        await file.write(Uint8Array.from(content));
        await file.close();
      },
      [name, bytes] as const,
    );
  await write('999', [1, 2, 3]);
  await reload(page);
  await unlockKept(page, passphrase);
  await page.getByText(new RegExp(`was learnt from ${table.name}`)).waitFor();
  const { files } = await stored(page);
  for (const path of files.filter((name) => name.includes('/'))) await write(path.split('/')[1], [1, 2, 3]);
  await reload(page);
  await unlockKept(page, passphrase);
  expect(await alert(page)).toMatch(/^What was kept is damaged or was cut short.*\.$/);
  await end();
});

it('where the disk is full a sentence says so, and learning goes on', async () => {
  const { page, end } = await stage.visit();
  hurry(page, 20);
  page.on('worker', (worker) => {
    const fill = () => {
      const disk = globalThis as unknown as { FileSystemSyncAccessHandle: { prototype: { write: unknown } } };
      disk.FileSystemSyncAccessHandle.prototype.write = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    };
    worker.evaluate(fill).catch(() => undefined);
  });
  await openTable(page, smallTable());
  await keepTraining(page, passphrase);
  await beginTraining(page, settings);
  expect(await alert(page)).toMatch(/^There was no room left on this computer for the training.*\.$/);
  await awaitTraining(page);
  expect((await stored(page)).files).toEqual(['kept-training']);
  await end();
});

it('keeping is not offered where the browser has no place for it, and not under differential privacy', async () => {
  const { page, end } = await stage.visit();
  const choice = page.getByRole('checkbox', { name: 'Keep this training on this computer' });
  await openTable(page, smallTable());
  await goTo(page, 'Train');
  expect(await choice.isChecked()).toBe(false);
  await page.getByRole('radio', { name: /differential privacy/ }).check();
  expect(await choice.isDisabled()).toBe(true);
  await page.getByText(/^A training under differential privacy is not kept/).waitFor();
  await page.getByRole('radio', { name: /No formal guarantee/ }).check();

  await page.evaluate(() => {
    navigator.storage.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));
  });
  await choice.click();
  expect(await alert(page)).toMatch(/^This browser lets the page keep nothing here.*\.$/);
  expect(await choice.isChecked()).toBe(false);
  await end();

  const { page: plain, end: endPlain } = await stage.visit();
  await plain.addInitScript(() => Reflect.deleteProperty(StorageManager.prototype, 'getDirectory'));
  await plain.reload();
  await openTable(plain, smallTable());
  await goTo(plain, 'Train');
  const absent = plain.getByRole('checkbox', { name: 'Keep this training on this computer' });
  expect(await absent.isDisabled()).toBe(true);
  await plain.getByText(/^This browser lets the page keep nothing here/).waitFor();
  await endPlain();
});

it('a passphrase that is too short is not learnt with, and the page says what it lacks', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, smallTable());
  await keepTraining(page, 'short');
  expect(await page.getByRole('button', { name: /^Learn from/ }).isDisabled()).toBe(true);
  await page.getByText(/give a passphrase of 12 characters or more/).waitFor();
  await page.getByLabel('Passphrase').fill(passphrase);
  expect(await page.getByRole('button', { name: /^Learn from/ }).isDisabled()).toBe(false);
  await end();
});
