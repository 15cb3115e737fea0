import { describe, expect, it } from 'vitest';
import { listAttacks, listSecrets } from '../../../../src/ui/steps/compare/attack-rows';

const tally = (hits: number, of = 200) => ({ hits, of });
const outcome = { attack: tally(20), control: tally(1), baseline: tally(8), risk: null };

describe('attacks as rows', () => {
  it('set singling out beside what was to be expected of people who were not learnt from', () => {
    const singlingOut = { outcomes: [{ ...outcome, mode: 'univariate' as const, expected: 0.05 }] };
    const [row] = listAttacks({ singlingOut });
    expect(row).toMatchObject({
      label: 'Singling out by one rare cell',
      synthetic: { value: 0.1 },
      holdout: { value: 0.05 },
      chance: 0.04,
    });
  });

  it('list what can be guessed by falling risk, and leave out chance where none was tried', () => {
    const secret = (name: string, risk: number, of: number) => ({
      ...outcome,
      name,
      baseline: tally(0, of),
      risk: { value: risk, error: 0 },
    });
    const rows = listSecrets({ known: null, secrets: [secret('age', 0.1, 0), secret('income', 0.3, 9)] });
    expect(rows.map(({ label, chance }) => [label, chance])).toEqual([
      ['income', 0],
      ['age', null],
    ]);
  });
});
