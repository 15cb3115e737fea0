import { afterEach, describe, expect, it } from 'vitest';
import type { SectionDetails } from '../../../../src/evaluation/sections';
import { describeSmoothing, listSpreads, listTails } from '../../../../src/ui/steps/compare/loss-rows';
import { speak } from '../../../../src/words';

afterEach(() => speak('en'));

type Column = SectionDetails['fidelity']['columns'][number];
type Fidelity = Column['synthetic'];

const tail = (other: number, lost = false, beyond = 0.01) => ({ beyond, real: beyond, other, lost });
const outer = (other: number, lost = false) => tail(other, lost, 0.001);

function fidelityOf(numbers: Partial<NonNullable<Fidelity['numbers']>>): Fidelity {
  return {
    distance: 0,
    chance: 0,
    jensenShannon: 0,
    chiSquared: { statistic: 0, freedom: 1, p: 1 } as unknown as Fidelity['chiSquared'],
    categories: null,
    numbers: {
      rangeCoverage: 1,
      boundaryAdherence: 1,
      tails: { low: [tail(0.01), outer(0.001)], high: [tail(0.01), outer(0.001)] },
      spikes: { spikes: 3, blurred: 0, missing: 0 },
      modes: { valleys: 2, filled: 0 },
      variance: { ratio: 1, narrow: false },
      ...numbers,
    },
  };
}

const columnOf = (name: string, synthetic: Parameters<typeof fidelityOf>[0]): Column => ({
  name,
  synthetic: fidelityOf(synthetic),
  holdout: fidelityOf({}),
  coverageAlike: null,
});

describe('what columns have lost', () => {
  it('lists lost tails first, as times of the real rows, and the thousandth where only that is lost', () => {
    const high = [tail(0.009), outer(0.0001, true)];
    const rows = listTails([
      columnOf('age', { tails: { low: [tail(0.005), outer(0.001)], high: [tail(0.01), outer(0.001)] } }),
      columnOf('gain', { tails: { low: [tail(0), outer(0)].map((one) => ({ ...one, real: 0 })), high } }),
    ]);
    expect(rows.map(({ label }) => label)).toEqual([
      'gain, highest 0.1\u00a0%',
      'age, lowest 1.0\u00a0%',
      'age, highest 1.0\u00a0%',
    ]);
    expect(rows[0].synthetic?.value).toBeCloseTo(0.1, 10);
    expect(rows[0].holdout?.value).toBeCloseTo(1, 10);
  });

  it('tells what was smoothed, and of no other column', () => {
    const columns = [
      columnOf('age', {}),
      columnOf('hours', {
        spikes: { spikes: 3, blurred: 2, missing: 0 },
        variance: { ratio: 0.5, narrow: true },
      }),
    ];
    expect(describeSmoothing(columns)).toEqual([
      {
        name: 'hours',
        losses: '2 of 3 frequent values smeared over those near them; values less spread out',
      },
    ]);
    speak('de');
    expect(describeSmoothing(columns)[0].losses).toBe(
      '2 von 3 häufigen Werten auf benachbarte verwischt; Werte weniger gestreut',
    );
    expect(listSpreads(columns).map(({ label }) => label)).toEqual(['hours', 'age']);
  });
});
