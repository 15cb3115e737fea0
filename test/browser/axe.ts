import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { layOutAll } from './lay-out';

let axe: Promise<string> | null = null;

/** What axe-core finds on the page as it stands: rule, element and why. Sent by the debugger, past the page's policy. */
export async function findBarriers(page: Page | Frame, rules: object): Promise<string[]> {
  axe ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(await axe);
  await layOutAll(page);
  const options = { resultTypes: ['violations'], ...rules };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
  );
}

/** What is looked for in each language in light colours; in dark ones nothing but their contrast can differ. */
export const lightRules = { rules: { 'target-size': { enabled: true } } };
export const darkRules = { runOnly: ['color-contrast'] };
