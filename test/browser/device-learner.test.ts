import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLoss } from '../../src/ui/clients/fallback';
import { softwareWebGpu } from './flags';
import { type Laboratory, openLaboratory } from './laboratory';
import { launch } from './visit';
import type * as trials from './webgpu/trials';
import { callWitness, type Witness } from './witness';

/** As docs/model.md says; a network of one block. */
const dispatchesPerStep = 8;

let witness: Witness;
let browser: Browser;

beforeAll(async () => {
  witness = await callWitness();
  browser = await launch(witness, softwareWebGpu);
});
afterAll(async () => {
  await browser.close();
  await witness.close();
});

/** Runs one trial in a page of its own; nothing may complain, and the device least of all. */
async function attempt<Result>(
  trial: (laboratory: Laboratory<typeof trials>) => Promise<Result>,
): Promise<Result> {
  const laboratory = await openLaboratory<typeof trials>(browser, 'test/browser/webgpu/trials.ts');
  try {
    const result = await trial(laboratory);
    expect(laboratory.complaints.filter((line) => !/WebGPU is experimental/i.test(line))).toEqual([]);
    return result;
  } finally {
    await laboratory.close();
  }
}

describe('a training step on a graphics device', () => {
  it.each([
    { rate: 0, codeRoom: 1e6, where: 'with the table on the device' },
    { rate: 0, codeRoom: 0, where: "with each batch's codes sent" },
    { rate: 0.4, codeRoom: 1e6, where: 'under dropout' },
  ])('has the loss, gradients and weights of plain JavaScript, $where', async ({ rate, codeRoom }) => {
    const difference = await attempt((laboratory) =>
      laboratory.call('compareWithJavaScript', rate, codeRoom),
    );
    expect(difference.loss).toBeGreaterThan(0);
    expect(difference.lossDifference).toBeLessThan(1e-6);
    for (const [name, worst] of Object.entries(difference.gradients)) {
      expect(worst, name).toBeLessThan(2e-6);
    }
    // Adam makes a gradient near 0 a step of any size up to the rate.
    expect(difference.weights).toBeLessThan(0.2);
    expect(difference.forbidden).toBe(0);
  });

  it('takes eight dispatches and the numbers of its rows, makes nothing and reads nothing', async () => {
    const { use, reading, steps, device, native, tensorsLeft, bytesLeft } = await attempt((laboratory) =>
      laboratory.call('learnBothWays', 40),
    );
    const dispatches = Object.values(use.dispatches).reduce((sum, count) => sum + count, 0);
    expect(dispatches / steps).toBeLessThanOrEqual(dispatchesPerStep);
    expect(use.submits / steps).toBe(1);
    expect(use.bytesUp / steps).toBeLessThanOrEqual(4 * 64 + 36);
    expect(use).toMatchObject({ bytesMade: 0, pipelines: 0, bindGroups: 0, readings: 0, bytesDown: 0 });
    expect(reading.readings).toBe(1);
    expect({ tensorsLeft, bytesLeft }).toEqual({ tensorsLeft: 0, bytesLeft: 0 });

    expect(device[0]).toBeCloseTo(native[0], 3);
    expect(device[1]).toBeLessThan(device[0]);
    expect(Math.abs(device[1] / native[1] - 1)).toBeLessThan(0.02);
  });

  it('goes on from what was published, moments included, as if nothing had come between', async () => {
    const { before, after } = await attempt((laboratory) => laboratory.call('publishAndAdopt'));
    expect(after).toBeCloseTo(before, 4);
  });

  it('says that the device is lost, so that another backend takes over', async () => {
    const { step, reading } = await attempt((laboratory) => laboratory.call('loseDevice'));
    expect(isLoss(new Error(step)), step).toBe(true);
    expect(isLoss(new Error(reading)), reading).toBe(true);
  });
});
