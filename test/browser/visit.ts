import { chromium, type Browser, type Page } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { takeAway, type Absence } from './absences';
import { quietFlags } from './flags';
import type { Witness } from './witness';

/** `witness`: all requests go through it; null: they go where they are meant to. */
export function launch(witness: Witness | null, flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('chromium'),
    args: [...quietFlags, ...flags],
    ...(witness ? { proxy: { server: witness.origin, bypass: '<-loopback>' } } : {}),
  });
}

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  /** The language of the browser. */
  readonly locale?: string;
  /** What stands behind the page's address, with its `#`. */
  readonly fragment?: string;
  /** What the browser does not offer to page and workers. */
  readonly without?: readonly Absence[];
  /** Where the page is, for the witness; left out: on this machine. */
  readonly address?: string;
}

/** One person's page, loaded, and what went on around it since. */
export interface Visit {
  readonly page: Page;
  /**
   * What the page asked for since it was loaded, as the browser and as the witness saw it. The browser also counts
   * what the policy then refused: only the witness knows what really left.
   */
  readonly requests: () => string[];
  /** Errors and warnings on the console, and errors nobody caught. */
  readonly complaints: readonly string[];
  readonly end: () => Promise<void>;
}

export async function visit(browser: Browser, witness: Witness, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1280, height = 900, fragment = '', without = [], ...rest } = options;
  const { address = witness.address, ...others } = rest;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...others,
  });
  if (without.length > 0) await context.addInitScript(takeAway, without);
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    if (leavesTheBrowser(request.url())) asked.push(`${request.method()} ${request.url()}`);
  });
  page.on('websocket', (socket) => asked.push(`WEBSOCKET ${socket.url()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`${address}${fragment}`);
  await page.getByRole('navigation').waitFor();
  // An icon, or anything else that a load brings in its train, belongs to the load.
  await pause(500);
  asked.length = 0;
  witness.forget();
  return { page, requests: () => [...asked, ...witness.record], complaints, end: () => context.close() };
}

function leavesTheBrowser(address: string): boolean {
  return !/^(blob|data):/.test(address);
}
