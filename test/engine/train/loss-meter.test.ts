import { describe, expect, it } from 'vitest';
import { LossMeter } from '../../../src/engine/train/loss-meter';

describe('LossMeter', () => {
  it('gives the mean per row since the last reading', async () => {
    const meter = new LossMeter();
    meter.add(6, 2);
    meter.add(2, 2);
    expect(await meter.read()).toBe(2);
    meter.add(3, 1);
    expect(await meter.read()).toBe(3);
    expect(await meter.read()).toBeNaN();
  });

  it('reads a tally once, however often it was added to, and not before', async () => {
    let [sum, readings] = [0, 0];
    const tally = {
      read: () => {
        readings++;
        const read = sum;
        sum = 0;
        return Promise.resolve(read);
      },
    };
    const meter = new LossMeter();
    for (const loss of [4, 8, 3]) {
      sum += loss;
      meter.add(tally, 5);
    }
    expect(readings).toBe(0);
    expect(await meter.read()).toBe(1);
    sum += 10;
    meter.add(tally, 5);
    expect(await meter.read()).toBe(2);
    expect(readings).toBe(2);
  });
});
