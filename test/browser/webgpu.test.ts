import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { softwareWebGpu } from './flags';
import { openTable, train, type TrainOptions } from './person';
import { sampleTable, withColumns } from './tables';
import { launch, visit } from './visit';
import { callWitness, type Witness } from './witness';

/** A software adapter does thousands of times less than a graphics card. */
const smallest = withColumns(sampleTable(300, 'survey'), [
  'submitted_at',
  'age_band',
  'channel',
  'satisfaction',
  'recommend_0_10',
]);

let witness: Witness;
let plain: Browser;
let withWebGpu: Browser;

beforeAll(async () => {
  witness = await callWitness();
  plain = await launch(witness);
  withWebGpu = await launch(witness, softwareWebGpu);
});
afterAll(async () => {
  await plain.close();
  await withWebGpu.close();
  await witness.close();
});

interface Learnt {
  /** Nats per row, of rows the model only checks itself against. */
  readonly loss: number;
  /** As the page names what it computed on. */
  readonly backend: string;
}

async function learn(browser: Browser, options: TrainOptions): Promise<Learnt> {
  const { page, complaints, end } = await visit(browser, witness);
  await openTable(page, smallest);
  await train(page, options);
  const learnt = { loss: await readLoss(page), backend: await readBackend(page) };
  expect(complaints.filter((line) => !/adapter|WebGPU is experimental/i.test(line))).toEqual([]);
  await end();
  return learnt;
}

async function readLoss(page: Page): Promise<number> {
  const slider = page.getByRole('slider', { name: 'Surprise per row, by training step' });
  const said = (await slider.getAttribute('aria-valuetext')) ?? '';
  return Number(/check rows ([\d.]+)/.exec(said)?.[1]);
}

async function readBackend(page: Page): Promise<string> {
  const chosen = page.getByRole('listitem').filter({ hasText: /chosen|^(Graphics card|Processor)/ });
  return (await chosen.first().innerText()).split('\n')[0].trim();
}

describe('the same table with the same settings', () => {
  it('is learnt as well on WebGPU as on WASM: final losses within 2 %', async () => {
    const wasm = await learn(withWebGpu, { backend: 'Processor', seed: 3 });
    const webgpu = await learn(withWebGpu, { backend: 'Graphics card', seed: 3 });
    expect(webgpu.backend).toMatch(/^Graphics card/);
    expect(wasm.loss).toBeGreaterThan(0);
    expect(Math.abs(webgpu.loss / wasm.loss - 1)).toBeLessThan(0.02);
  });

  it('is learnt on WASM when the browser has WebGPU but no adapter', async () => {
    const { backend, loss } = await learn(plain, { backend: 'Automatic' });
    expect(backend).toBe('Processor');
    expect(loss).toBeGreaterThan(0);
  });
});
