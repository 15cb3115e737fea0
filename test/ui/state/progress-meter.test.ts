import { describe, expect, it } from 'vitest';
import { ProgressMeter } from '../../../src/ui/state/progress-meter';

const reading = (done: number, total = 1000) => ({ phase: 'Reading', done, total, unit: 'bytes' }) as const;

describe('the progress meter', () => {
  it('tells no rate before there is time to measure one', () => {
    const meter = new ProgressMeter();
    meter.read(reading(0), 0);
    expect(meter.read(reading(100), 200)).toEqual({ share: 0.1, rate: null, secondsLeft: null });
  });

  it('tells units a second and the seconds left', () => {
    const meter = new ProgressMeter();
    meter.read(reading(0), 1000);
    expect(meter.read(reading(500), 3000)).toEqual({ share: 0.5, rate: 250, secondsLeft: 2 });
  });

  it('begins anew with each phase', () => {
    const meter = new ProgressMeter();
    meter.read(reading(0), 0);
    meter.read(reading(1000), 5000);
    const looking = { phase: 'Looking at columns', done: 3, total: 6, unit: 'columns' } as const;
    expect(meter.read(looking, 5100)).toEqual({ share: 0.5, rate: null, secondsLeft: null });
  });

  it('tells no share of an unknown total', () => {
    expect(new ProgressMeter().read(reading(10, 0), 0).share).toBeNull();
  });
});

it('goes on through the phases where percent of the whole are told', () => {
  const meter = new ProgressMeter();
  const at = (phase: string, done: number) => ({ phase, done, total: 100, unit: 'percent' }) as const;
  meter.read(at('Comparing columns', 0), 0);
  expect(meter.read(at('Looking for copies', 25), 5000).secondsLeft).toBeCloseTo(15, 6);
});
