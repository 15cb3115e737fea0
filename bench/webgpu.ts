import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { obtainChromium } from '../scripts/find-chromium';
import { UserError } from '../src/engine/errors';
import type { Preset } from '../src/engine/train/types';
import { openLaboratory } from '../test/browser/laboratory';
import type * as laboratory from './webgpu/laboratory';
import { reportWays } from './webgpu/report';

const presets: readonly string[] = ['fast', 'balanced', 'best'] satisfies Preset[];
/** By adapter: the flags that give it to a Chromium without a screen, and how many steps it takes in reasonable time. */
const adapters = {
  software: { flags: ['--use-webgpu-adapter=swiftshader'], steps: '3' },
  card: { flags: ['--enable-features=Vulkan', '--ignore-gpu-blocklist'], steps: '200' },
} as const;

/**
 * `npm run bench webgpu [-- --adapter card --rows N --steps N --preset fast|balanced|best --skip-stock]`: what a training
 * step asks of the graphics device in Chromium (dispatches, bytes sent and read, buffers), by kind, and its time; ours,
 * and the same network with TF.js's automatic gradients and its Adam. On Chromium's software adapter, whose counts are
 * a card's and whose times are not, or with `--adapter card` on this machine's graphics card. The table is made up, in
 * Adult's shape.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      adapter: { type: 'string', default: 'software' },
      rows: { type: 'string', default: '32561' },
      steps: { type: 'string' },
      preset: { type: 'string', default: 'balanced' },
      'skip-stock': { type: 'boolean', default: false },
    },
  });
  const adapter = chosenAdapter(values.adapter);
  const steps = countOf('steps', values.steps ?? adapter.steps);
  const options = { rows: countOf('rows', values.rows), steps, preset: chosenPreset(values.preset) };
  const flags = [
    '--no-sandbox',
    '--disable-background-networking',
    '--enable-unsafe-webgpu',
    ...adapter.flags,
  ];
  const browser = await chromium.launch({ executablePath: obtainChromium(), args: flags });
  try {
    const ways = values['skip-stock'] ? (['ours'] as const) : (['ours', 'stock'] as const);
    const results: [laboratory.Way, laboratory.Measured][] = [];
    let name: string | null = null;
    for (const way of ways) {
      // Each in a page of its own: what one leaves on the device is not the other's.
      const page = await openLaboratory<typeof laboratory>(browser, 'bench/webgpu/laboratory.ts');
      name = await page.call('describeAdapter');
      if (name === null) {
        throw new UserError(
          'Chromium finds no graphics card here: run without --adapter card for the software adapter.',
        );
      }
      results.push([way, await page.call('measure', way, options)]);
      await page.close();
    }
    const [[, { batchSize }]] = results;
    console.log(
      `${options.rows} rows, ${options.preset}, batches of ${batchSize}; adapter: ${name}; Chromium ${browser.version()}.\n`,
    );
    console.log(reportWays(results, steps));
  } finally {
    await browser.close();
  }
}

function chosenAdapter(name: string): (typeof adapters)[keyof typeof adapters] {
  if (name === 'software' || name === 'card') return adapters[name];
  throw new UserError(`There is no adapter "${name}": choose software or card.`);
}

function chosenPreset(name: string): Preset {
  if (presets.includes(name)) return name as Preset;
  throw new UserError(`There is no preset "${name}": choose fast, balanced or best.`);
}

function countOf(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UserError(`--${option} is "${text}": give a whole number above 0.`);
}
