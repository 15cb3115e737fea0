import type { Browser } from 'playwright-core';
import { bundleForPage } from '../../scripts/bundle-for-page';

/** A module of functions that take and give what can be cloned. */
type Functions = Record<string, (...args: never[]) => unknown>;

/** An empty page with a module's functions in it, to be called from outside. */
export interface Laboratory<Module> {
  call<Name extends keyof Module & string>(
    name: Name,
    ...args: Module[Name] extends (...args: infer Arguments) => unknown ? Arguments : never
  ): Promise<Module[Name] extends (...args: never[]) => infer Result ? Awaited<Result> : never>;
  /** Errors, and what the console was told. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const address = 'http://localhost/laboratory';
const globalName = 'laboratory';
/** By entry: bundling takes longer than opening a page. */
const bundles = new Map<string, Promise<string>>();

/**
 * Opens an empty page, on an origin that the browser trusts with its graphics device, and puts a module into it.
 * @param entry source file of the module, relative to the root
 */
export async function openLaboratory<Module extends object>(
  browser: Browser,
  entry: string,
): Promise<Laboratory<Module>> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Laboratory</title>' }),
  );
  await page.goto(address);
  const bundle = bundles.get(entry) ?? bundleForPage(entry, globalName);
  bundles.set(entry, bundle);
  await page.addScriptTag({ content: await bundle });
  return {
    call: (name, ...args) =>
      page.evaluate(
        ([global, called, given]) => {
          const functions = (globalThis as unknown as Record<string, Functions>)[global];
          return functions[called](...(given as never[]));
        },
        [globalName, name, args] as const,
      ) as Promise<never>,
    complaints,
    close: () => page.close(),
  };
}
