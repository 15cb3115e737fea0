import { createHash } from 'node:crypto';
import { tableFromIPC } from 'apache-arrow';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { EvidenceFigure, HostConfig } from '../../src/embed/protocol';
import type { UnderstudyApp } from '../../src/embed/understudy-app';
import { darkRules, findBarriers, lightRules } from './axe';
import { embed, frameOf, openHost } from './host-page';
import { useHostStage } from './host-stage';

const stage = useHostStage();

/** A host with a page in it that was handed a table of 240 rows: `town`, `years` and `grade`. */
async function hostWithTable(config: HostConfig): Promise<Page> {
  const page = await openHost(stage.browser, stage.origins, stage.origins.forms['one file']);
  expect(await embed(page, stage.origins.forms['one file'], { config })).toBe('ready');
  await page.evaluate(async () => {
    const towns = ['Northtown', 'Southtown', 'Easttown'];
    const rows = Array.from({ length: 240 }, (_, i) => `${towns[i % 3]},${20 + ((i * 7) % 50)},${i % 5}`);
    const element = document.querySelector('understudy-app') as UnderstudyApp;
    await element.load(new Blob([['town,years,grade', ...rows].join('\n')]), 'people.csv');
  });
  return page;
}

const app = (page: Page) => page.locator('understudy-app');

/** Begins to keep what the element hears of some kinds, as JSON; the answer reads it. */
async function keep(page: Page, kinds: readonly string[]): Promise<() => Promise<string[]>> {
  const kept = await app(page).evaluateHandle((element: UnderstudyApp, wanted) => {
    const heard: string[] = [];
    for (const kind of wanted)
      element.addEventListener(`understudy-${kind}`, (event) =>
        heard.push(JSON.stringify((event as CustomEvent).detail)),
      );
    return heard;
  }, kinds);
  return () => kept.jsonValue();
}

/** Answers the question in the frame, once it is asked. */
async function answer(page: Page, question: RegExp, button: 'Give it' | 'Keep it here'): Promise<void> {
  const frame = frameOf(page);
  await frame.getByRole('heading', { name: question }).waitFor();
  await frame.getByRole('button', { name: button }).click();
}

/** Nothing about the question is in anybody's way, in light colours or dark. */
async function lookAtQuestion(page: Page, question: RegExp): Promise<void> {
  await frameOf(page).getByRole('heading', { name: question }).waitFor();
  const [, frame] = page.frames();
  const found = await findBarriers(frame, lightRules);
  await frame.evaluate(async () => {
    document.documentElement.dataset['theme'] = 'dark';
    // Colours go over; half-way they are nobody's.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  expect([...found, ...(await findBarriers(frame, darkRules))]).toEqual([]);
}

/** Learns by the quickest model; `done`, or the code of the fault. */
function learn(page: Page, evidence = false): Promise<string> {
  return app(page).evaluate(
    (element: UnderstudyApp, wanted) =>
      element.train({ model: 'independent', seed: 1, evidence: wanted }).then(
        () => 'done',
        (fault: { code: string }) => fault.code,
      ),
    evidence,
  );
}

it('gives figures of the evidence when the person agrees, with no cell and no column’s name in them', async () => {
  const page = await hostWithTable({ gifts: ['evidence'] });
  const heard = await keep(page, ['evidence']);
  const [refused] = await Promise.all([
    learn(page, true),
    lookAtQuestion(page, /Give figures/).then(() => answer(page, /Give figures/, 'Keep it here')),
  ]);
  expect(refused).toBe('refused');
  expect(await heard()).toEqual([]);

  const [given] = await Promise.all([learn(page, true), answer(page, /Give figures/, 'Give it')]);
  expect(given).toBe('done');
  const [message, ...more] = await heard();
  expect(more).toEqual([]);
  const { figures } = JSON.parse(message) as { figures: EvidenceFigure[] };
  expect(new Set(figures.map(({ family }) => family))).toEqual(
    new Set(['fidelity', 'diversity', 'utility', 'fairness', 'privacy']),
  );
  expect(figures.filter(({ synthetic }) => synthetic !== null).length).toBeGreaterThan(10);
  expect(Object.keys(figures[0]).sort()).toEqual(['family', 'holdout', 'id', 'synthetic', 'verdict']);
  expect(message).not.toMatch(/town|years|grade/i);
  await page.close();
});

it('gives no evidence that the configuration does not name, and learns nothing for it', async () => {
  const page = await hostWithTable({ gifts: ['rows'] });
  expect(await learn(page, true)).toBe('not-allowed');
  const early = await app(page).evaluate((element: UnderstudyApp) =>
    element.generate(5).catch((fault: { code: string }) => fault.code),
  );
  expect(early).toBe('no-model');
  await page.close();
});

it('generates the bytes of an Arrow file, the same for the same seed, without asking the person twice', async () => {
  const page = await hostWithTable({ gifts: ['rows'] });
  expect(await learn(page)).toBe('done');
  const generate = (seed: number) =>
    app(page).evaluate(async (element: UnderstudyApp, wanted) => {
      const { buffer, format, rows, sha256 } = await element.generate(50, wanted);
      const text = [...new Uint8Array(buffer)].map((byte) => String.fromCharCode(byte)).join('');
      return { base64: btoa(text), format, rows, sha256 };
    }, seed);
  const [first] = await Promise.all([generate(3), answer(page, /Give synthetic rows/, 'Give it')]);
  const bytes = Buffer.from(first.base64, 'base64');
  expect(first).toMatchObject({ format: 'arrow', rows: 50 });
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(first.sha256);
  const table = tableFromIPC(bytes);
  expect(table.numRows).toBe(50);
  expect(table.schema.fields.map(({ name }) => name)).toEqual(['town', 'years', 'grade']);
  const again = await generate(3);
  const other = await generate(4);
  expect(again.sha256).toBe(first.sha256);
  expect(other.sha256).not.toBe(first.sha256);
  await page.close();
});

it('takes the host’s word for what a column is, and leaves out what is to be left out', async () => {
  const page = await hostWithTable({ gifts: ['rows'] });
  const { table } = await app(page).evaluate((element: UnderstudyApp) =>
    element.applySchema([
      { name: 'grade', kind: 'category' },
      { name: 'years', role: 'sensitive' },
      { name: 'town', role: 'drop' },
      { name: 'nowhere', role: 'drop' },
    ]),
  );
  expect(table?.columns).toEqual([
    expect.objectContaining({ name: 'town', role: 'drop' }),
    expect.objectContaining({ name: 'years', role: 'sensitive' }),
    expect.objectContaining({ name: 'grade', kind: 'category' }),
  ]);
  const malformed = await app(page).evaluate((element: UnderstudyApp) =>
    element.applySchema([{ name: 'grade', kind: 'colour' }]).catch((fault: { code: string }) => fault.code),
  );
  expect(malformed).toBe('malformed');
  expect(await learn(page)).toBe('done');
  const [header] = await Promise.all([
    app(page).evaluate(async (element: UnderstudyApp) => {
      const { blob } = await element.export('csv', { rows: 5 });
      return (await blob.text()).split(/\r?\n/)[0];
    }),
    answer(page, /Give synthetic rows/, 'Give it'),
  ]);
  expect(header).toBe('years,grade');
  await page.close();
});

it('cancels a training, and a question that waits; another request is met afterwards', async () => {
  const page = await hostWithTable({ gifts: ['rows'] });
  const long = await app(page).evaluate(async (element: UnderstudyApp) => {
    const code = (fault: { code: string }) => fault.code;
    const training = element.train({ preset: 'best' });
    const ended = training.then(() => 'done', code);
    await new Promise((resolve) => element.addEventListener('understudy-progress', resolve, { once: true }));
    const meanwhile = await element.generate(5).catch(code);
    const nothing = await element.cancel(9999);
    const cancelled = await element.cancel(training.id);
    return [meanwhile, nothing.kind, cancelled.kind, cancelled.request === training.id, await ended];
  });
  expect(long).toEqual(['busy', 'cancelled', 'cancelled', true, 'cancelled']);

  expect(await learn(page)).toBe('done');
  const asked = await app(page).evaluateHandle((element: UnderstudyApp) => {
    const request = element.generate(5);
    return {
      id: request.id,
      ended: request.then(
        () => 'done',
        (fault: { code: string }) => fault.code,
      ),
    };
  });
  const question = frameOf(page).getByRole('heading', { name: /Give synthetic rows/ });
  await question.waitFor();
  const ended = await app(page).evaluate(async (element: UnderstudyApp, { id, ended }) => {
    await element.cancel(id);
    return ended;
  }, asked);
  expect(ended).toBe('cancelled');
  await question.waitFor({ state: 'hidden' });
  await page.close();
});

it('tells its height where it is to be as high as what it shows, and the frame follows', async () => {
  const page = await openHost(stage.browser, stage.origins, stage.origins.forms['one file']);
  expect(await embed(page, stage.origins.forms['one file'], { autosize: true })).toBe('ready');
  const frame = frameOf(page);
  const heights = async () => {
    const shown = await page.locator('understudy-app iframe').evaluate((one) => one.clientHeight);
    const wanted = await frame
      .locator('#app')
      .evaluate((one) => Math.ceil(one.getBoundingClientRect().height));
    return { shown, wanted };
  };
  const follows = () =>
    expect.poll(async () => (({ shown, wanted }) => shown - wanted)(await heights())).toBe(0);
  await follows();
  const { shown: empty } = await heights();
  const sample = frame.getByRole('region', { name: /made-up tables/ }).getByRole('button');
  await sample.first().click();
  await frame.getByRole('button', { name: /^Look at the/ }).click();
  await frame.getByRole('heading', { name: 'What each column is' }).waitFor();
  await follows();
  expect((await heights()).shown).toBeGreaterThan(empty + 200);
  await page.close();
});

it('lets the person save the model only where the configuration names it, and asks before the host gets it', async () => {
  const config: HostConfig = { exports: ['csv'], downloads: 'host' };
  const page = await hostWithTable(config);
  expect(await learn(page)).toBe('done');
  const frame = frameOf(page);
  await frame.getByRole('button', { name: /^Release/ }).click();
  await frame.getByRole('heading', { name: 'The certificate' }).waitFor();
  const saving = frame.getByRole('button', { name: 'Save the model' });
  expect(await saving.count()).toBe(0);

  const heard = await keep(page, ['result']);
  const wider: HostConfig = { ...config, exports: ['csv', 'model'] };
  await app(page).evaluate((element: UnderstudyApp, changed) => (element.config = changed), wider);
  await saving.click();
  await frame.getByRole('button', { name: 'Save it' }).click();
  const question = frame.getByRole('dialog', { name: 'Hand the model to the page around this one?' });
  await question.getByText('as private as the real table').waitFor();
  expect(await frame.getByRole('group', { name: 'Format' }).getByRole('radio').count()).toBe(1);
  await answer(page, /Hand the model/, 'Give it');
  await expect.poll(async () => (await heard()).join()).toContain('"name":"people-synthetic.model"');
  await page.close();
});
