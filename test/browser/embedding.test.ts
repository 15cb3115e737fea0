import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { build } from 'vite';
import { root } from '../../scripts/bundle';
import type { UnderstudyApp } from '../../src/embed/understudy-app';
import { embed, frameOf, openHost, openReadyHost } from './host-page';
import { useHostStage } from './host-stage';
import { smallTable } from './tables';
import { serveTwoOrigins } from './two-origins';

const stage = useHostStage();

async function clickHost(page: Page, name: string, answer: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByText(answer).waitFor();
}

/** Notes all that the element hears, as text, but for what was given with consent. */
function noteMessages(page: Page): Promise<void> {
  return page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const kinds = ['ready', 'progress', 'schema', 'evidence', 'result', 'error', 'resize'];
    for (const kind of kinds)
      document
        .querySelector('understudy-app')
        ?.addEventListener(`understudy-${kind}`, (event) =>
          heard.push(JSON.stringify((event as CustomEvent).detail)),
        );
  });
}

describe.each([
  ['one file', false],
  ['folder', true],
] as const)('Understudy as %s in a page of another site (isolated: %s)', (kind, isolated) => {
  it('does the whole job for its host, and gives no cell but what the person agrees to give', async () => {
    const at = isolated ? await serveTwoOrigins({ isolated }) : stage.origins;
    const page = await openReadyHost(stage.browser, at, at.forms[kind]);
    await noteMessages(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(isolated);
    await clickHost(page, 'Hand over a table', /300 rows, 3 columns/);
    await clickHost(page, 'Learn it', /Learnt in/);
    const frame = frameOf(page);
    // The frame's address is the host's: no link to it is offered.
    await frame.getByRole('heading', { name: 'How to learn' }).waitFor();
    expect(await frame.getByRole('button', { name: 'Copy a link with these settings' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Ask for 100 rows' }).click();
    await frame.getByRole('heading', { name: /Give synthetic rows/ }).waitFor();
    await frame.getByText(new URL(at.host).origin).waitFor();
    await frame.getByRole('button', { name: 'Keep it here' }).click();
    await page.getByText('The person keeps it in the embedded page.').waitFor();
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'));
    expect(heard).toContain('"kind":"model"');
    expect(heard).not.toMatch(/north|south/);

    await page.getByRole('button', { name: 'Ask for 100 rows' }).click();
    await frame.getByRole('button', { name: 'Give it' }).click();
    await page.getByText(/Given 100 rows, \d+ bytes/).waitFor();
    await clickHost(page, 'Ask for 100 rows', /Given 100 rows/);
    const accent = await frame
      .locator('html')
      .evaluate((html) => getComputedStyle(html).getPropertyValue('--accent'));
    expect(accent).toBe('#7a3b00');
    await page.close();
    if (isolated) await at.close();
  });
});

it.each(['one file', 'folder'] as const)(
  'Understudy as %s begins in a frame that has no width yet',
  async (kind) => {
    const page = await openReadyHost(stage.browser, stage.origins, stage.origins.forms['one file']);
    await page.evaluate(() => (document.body.style.width = '0'));
    expect(await embed(page, stage.origins.forms[kind])).toBe('ready');
    await page.close();
  },
);

it('a host in Svelte hands over a table that a person chooses', async () => {
  await build({
    root: join(root, 'examples/embed/svelte'),
    base: './',
    configFile: false,
    logLevel: 'silent',
    plugins: [svelte()],
    build: { outDir: join(stage.origins.hostFolder, 'svelte') },
  });
  const page = await stage.browser.newPage();
  const address = encodeURIComponent(stage.origins.forms['folder']);
  await page.goto(`${stage.origins.host}svelte/index.html?page=${address}`);
  await page.getByText('Ready.').waitFor();
  await page.getByLabel('A table for Understudy').setInputFiles(smallTable());
  await page.getByText('400 rows are open.').waitFor();
  await page.close();
});

it('speaks the language that its host proposes, and says which', async () => {
  const page = await openHost(stage.browser, stage.origins, stage.origins.forms['one file']);
  await page.evaluate(() =>
    document.addEventListener(
      'understudy-ready',
      (event) => Object.assign(window, { ready: (event as CustomEvent<unknown>).detail }),
      true,
    ),
  );
  for (const [locale, spoken, title] of [
    ['de-AT', 'de', 'Legen Sie hier eine vertrauliche Tabelle ab'],
    ['fr', 'en', 'Drop a private table here'],
  ]) {
    await embed(page, stage.origins.forms['one file'], { config: { locale } });
    await frameOf(page).getByRole('heading', { name: title }).waitFor();
    expect(await page.evaluate(() => (window as unknown as { ready: unknown }).ready)).toMatchObject({
      locale: spoken,
    });
  }
  await page.close();
});

describe('what a host may do', () => {
  it('is nothing, where the page’s owner does not name it', async () => {
    const others = await serveTwoOrigins({ hosts: "'self' https://portal.example *" });
    const page = await openHost(stage.browser, others, others.forms['one file']);
    await frameOf(page).getByRole('heading', { name: 'Drop a private table here' }).waitFor();
    await pause(500);
    await page.getByText('Waiting for Understudy.').waitFor();
    await page.close();
    await others.close();
  });

  it('is within its configuration: what it did not ask for it cannot get, and larger tables are not taken', async () => {
    const page = await openHost(stage.browser, stage.origins, stage.origins.forms['one file']);
    await embed(page, stage.origins.forms['one file'], {
      sandbox: 'allow-scripts allow-same-origin',
      config: { limits: { rows: 10 }, steps: ['open', 'train', 'release'] },
    });
    const steps = frameOf(page).getByRole('navigation', { name: 'Steps' }).getByRole('button');
    expect(await steps.count()).toBe(3);
    const answers = await page.evaluate(async () => {
      const element = document.querySelector('understudy-app') as UnderstudyApp;
      const say = (asked: Promise<unknown>) =>
        asked.then(
          () => 'done',
          (fault: { code: string; message: string }) => `${fault.code}: ${fault.message}`,
        );
      const table = (rows: number) =>
        new Blob(['a,b\n', ...Array.from({ length: rows }, (_, i) => `${i % 7},${i}\n`)]);
      const early = await say(element.train());
      const large = await say(element.load(table(50), 'large.csv'));
      const small = await say(element.load(table(9), 'small.csv'));
      return [early, large, small, await say(element.generate(5))];
    });
    expect(answers).toEqual([
      'no-table: No table is open yet.',
      'failed: The table has 50 rows; the page around this one allows 10.',
      'done',
      'no-model: No table has been learnt yet.',
    ]);
    await page.close();
  });

  it('is nothing by messages that are malformed, come again or come in floods', async () => {
    const page = await openReadyHost(stage.browser, stage.origins, stage.origins.forms['one file']);
    const answers = await page.evaluate(async (address) => {
      document.querySelector('understudy-app')?.remove();
      const frame = document.createElement('iframe');
      const greeted = new Promise<MessagePort>((resolve) =>
        window.addEventListener('message', (event) => resolve(event.ports[0]), { once: true }),
      );
      frame.src = address;
      Object.assign(frame, { width: '1000', height: '800' });
      document.body.append(frame);
      const port = await greeted;
      const codes: string[] = [];
      port.onmessage = ({ data }: MessageEvent<{ type: string; code?: string }>) =>
        codes.push(data.code ?? data.type);
      const settle = () => new Promise((resolve) => setTimeout(resolve, 300));
      // Said to the window itself, nobody hears it.
      frame.contentWindow?.postMessage({ id: 1, type: 'configure', config: {} }, new URL(address).origin);
      await settle();
      const toWindow = [...codes];
      const odd = [
        null,
        7,
        'configure',
        {},
        { id: 1 },
        { id: -1, type: 'train' },
        { id: 1, type: '__proto__' },
      ];
      const wrong = [
        { id: 1, type: 'configure', config: { tokens: { '--accent': 'url(https://portal.example/x)' } } },
        { id: 1, type: 'configure', config: { unknown: 1 } },
        { id: 1, type: 'load', file: 'a text' },
        { id: 1, type: 'generate', rows: 1e12 },
      ];
      for (const message of [...odd, ...wrong]) port.postMessage(message);
      port.postMessage({ id: 2, type: 'train' });
      port.postMessage({ id: 3, type: 'configure', config: {} });
      port.postMessage({ id: 3, type: 'configure', config: {} });
      await settle();
      const before = codes.length;
      for (let i = 0; i < 5000; i++) port.postMessage({ id: 4 + i, type: 'cancel', request: 1 });
      await settle();
      const flooded = codes.slice(before);
      port.postMessage({ id: 9000, type: 'configure', config: {} });
      await settle();
      return { toWindow, codes: codes.slice(0, before), flooded: flooded.length, last: codes.at(-1) };
    }, stage.origins.forms['one file']);
    expect(answers.toWindow).toEqual([]);
    expect(answers.codes).toEqual([
      ...Array<string>(11).fill('malformed'),
      'not-configured',
      'ready',
      'replayed',
    ]);
    expect(answers.flooded).toBeLessThanOrEqual(200);
    expect(answers.last).toBe('flooding');
    const frame = page.frameLocator('body > iframe');
    await frame
      .getByRole('region', { name: /made-up tables/ })
      .getByRole('button')
      .first()
      .click();
    await frame.getByRole('button', { name: /^Look at the/ }).waitFor();
    await page.close();
  });
});

describe('what an embedded page may do to its host', () => {
  it('is nothing by a greeting of another window or origin, or by messages that answer nothing', async () => {
    const page = await openReadyHost(stage.browser, stage.origins, stage.origins.forms['one file']);
    const outcome = await page.evaluate(async () => {
      const element = document.createElement('understudy-app') as UnderstudyApp;
      const heard: string[] = [];
      for (const kind of ['ready', 'result', 'error', 'progress', 'resize'])
        element.addEventListener(`understudy-${kind}`, () => heard.push(kind));
      element.setAttribute('src', new URL('./portal.css', location.href).href);
      document.body.append(element);
      const settle = () => new Promise((resolve) => setTimeout(resolve, 300));
      await settle();
      const source = element.querySelector('iframe')?.contentWindow ?? null;
      const greeting = { understudy: 'greeting', protocol: 1, version: '9' };
      const greet = (init: MessageEventInit) => {
        const { port1, port2 } = new MessageChannel();
        window.dispatchEvent(new MessageEvent('message', { data: greeting, ports: [port2], ...init }));
        return port1;
      };
      const origin = location.origin;
      const ignored = [
        greet({ origin, source: window }),
        greet({ origin: 'https://elsewhere.example', source }),
        greet({ origin: 'null', source }),
        greet({ origin, source, data: { ...greeting, protocol: 2 } }),
      ];
      let asked = 0;
      for (const port of ignored) port.onmessage = () => asked++;
      await settle();
      const hostile = greet({ origin, source });
      const replies: unknown[] = [
        null,
        'ready',
        { type: 'ready' },
        { type: 'unknown', id: 1 },
        { type: 'result', id: 77, kind: 'model' },
        { type: 'resize', id: null, height: 'tall' },
        { type: 'result', id: null, kind: 'download', name: 'x', blob: 'text' },
      ];
      for (const reply of replies) hostile.postMessage(reply);
      await settle();
      for (let i = 0; i < 5000; i++) hostile.postMessage({ type: 'resize', id: null, height: i });
      await settle();
      const code = await element.ready.then(
        () => 'ready',
        (fault: { code: string }) => fault.code,
      );
      return { asked, other: heard.filter((kind) => kind !== 'resize'), resizes: heard.length, code };
    });
    expect(outcome).toMatchObject({ asked: 0, other: [], code: 'flooding' });
    expect(outcome.resizes).toBeLessThanOrEqual(200);
    await page.close();
  });
});

const sandboxes = [
  '',
  'allow-scripts',
  'allow-scripts allow-downloads',
  'allow-scripts allow-same-origin',
  'allow-scripts allow-same-origin allow-downloads',
  'allow-scripts allow-same-origin allow-downloads allow-forms',
];

/** What comes of the whole job under a sandbox, in the words of docs/embedding.md. */
async function tryUnder(page: Page, address: string, sandbox: string): Promise<string> {
  const ready = await embed(page, address, { sandbox });
  const frame = frameOf(page);
  if (ready !== 'ready') {
    const shown = frame.locator('noscript:visible, .unloaded:visible');
    await shown.waitFor();
    return `refused: “${((await shown.textContent()) ?? '').trim().split(/(?<=\.)\s/)[0]}”`;
  }
  await page.evaluate(async () => {
    const element = document.querySelector('understudy-app') as UnderstudyApp;
    await element.load(
      new Blob(['a,b\n', ...Array.from({ length: 60 }, (_, i) => `${i % 7},${i % 5}\n`)]),
      'small.csv',
    );
    await element.train({ model: 'independent' });
  });
  await frame
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('button', { name: /^Release/ })
    .click();
  const html = frame.locator('html');
  await html.evaluate((root) => root.addEventListener('submit', () => (root.dataset.submits = 'yes'), true));
  const download = page.waitForEvent('download');
  await frame.getByLabel('Rows', { exact: true }).press('Enter');
  const byEnter = (await html.getAttribute('data-submits')) === 'yes';
  if (!byEnter) await frame.getByRole('button', { name: /^Save .* as CSV/ }).click();
  const handOver = frame.getByRole('button', { name: 'Give it' });
  const asks = await Promise.race([
    handOver.waitFor().then(
      () => true,
      () => false,
    ),
    download.then(() => false),
  ]);
  if (asks) await handOver.click();
  await download;
  const ways = [
    ...(asks ? ['files are offered to the host'] : []),
    ...(byEnter ? [] : ['Enter in a field does nothing, the button saves']),
  ];
  return ways.length > 0 ? `works: ${ways.join('; ')}` : 'works';
}

it('works, or says why not, under every sandbox as docs/embedding.md says', async () => {
  const page = await openHost(stage.browser, stage.origins, stage.origins.forms['one file']);
  const lines: string[] = [];
  for (const sandbox of sandboxes) {
    const outcomes: string[] = [];
    for (const kind of ['one file', 'folder'] as const)
      outcomes.push(await tryUnder(page, stage.origins.forms[kind], sandbox));
    lines.push([sandbox === '' ? '(empty)' : `\`${sandbox}\``, ...outcomes].join(' | '));
  }
  await page.close();
  const docs = readFileSync(join(root, 'docs/embedding.md'), 'utf8').replaceAll(/ +/g, ' ');
  for (const line of lines) expect(docs, lines.join('\n')).toContain(`| ${line} |`);
});
