import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { likenessAt } from '../../../../src/engine/privacy/likeness-bought';
import { certaintyAfter } from '../../../../src/engine/privacy/meaning';
import type { PrivacySettings } from '../../../../src/engine/privacy/settings';
import { planLedger } from '../../../../src/engine/train/plan-privately';
import { ledgerRows } from '../../../../src/ui/steps/train/ledger-rows';
import {
  describeCertainty,
  describeCost,
  describeLikeness,
  describeNoise,
  describeProposal,
} from '../../../../src/ui/steps/train/privacy-sentences';
import { speak } from '../../../../src/words';
import { schemaOf } from '../../../evaluation/make-tables';

afterEach(() => speak('en'));

const draft: PrivacySettings = {
  epsilon: 1,
  delta: 1e-6,
  declaredRows: 2_000,
  unit: { kind: 'row' },
  mechanism: 'proposed',
  facts: {},
  findsFacts: true,
  acceptsNoise: false,
};

describe('what ε means', () => {
  it('is how sure an attacker can become, and never quite certain', () => {
    expect(describeCertainty(1)).toContain(
      '50 % sure that a person is in the table can become at most 73 % sure',
    );
    expect(describeCertainty(1)).toContain('who is 10 % sure, at most 23 % sure');
    expect(describeCertainty(50)).toContain('all but certain');
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        (before, epsilon) => {
          const after = certaintyAfter(before, epsilon);
          expect(after).toBeGreaterThan(before);
          expect(Math.log(after / (1 - after)) - Math.log(before / (1 - before))).toBeCloseTo(epsilon, 5);
        },
      ),
    );
  });

  it('is noise in every count, and likeness as it was simulated', () => {
    expect(describeNoise(0.0135, 3000)).toContain('about 41 of 3,000 rows (1.4 %)');
    expect(describeLikeness(0.013)).toContain('by about 6\u00a0%, and pairs of them by 8\u00a0%');
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 2, noNaN: true }), (noise) => {
        const [less, more] = [likenessAt(noise), likenessAt(1.1 * noise)];
        expect(more.columns).toBeGreaterThanOrEqual(less.columns);
        expect(more.pairs).toBeGreaterThanOrEqual(less.pairs);
      }),
    );
  });

  it('decides with the declared rows which mechanism is proposed', () => {
    expect(describeProposal(draft)).toContain('Chosen pairs (AIM) is proposed, as rows × ε come to 2,000');
    expect(describeProposal({ ...draft, declaredRows: 50_000 })).toContain(
      'Pairs, then a network is proposed',
    );
    expect(describeProposal({ ...draft, declaredRows: Number.NaN })).toContain('hangs on the declared rows');
    const unit = { kind: 'subject', column: 'who', mostRows: 4 } as const;
    expect(describeProposal({ ...draft, declaredRows: 50_000, unit })).toContain(
      'over the rows used of each, come to 12,500',
    );
  });
});

it('is said in German as well', () => {
  speak('de');
  expect(describeCertainty(1)).toContain('kann durch die Zeilen höchstens zu 73 % sicher werden');
  expect(describeNoise(0.0135, 3000)).toContain('um etwa 41 von 3.000 Zeilen ab (1,4 %)');
  expect(describeLikeness(0.0013)).toContain('um etwa 0,6\u00a0%');
  expect(describeProposal(draft)).toBe(
    'Vorgeschlagen: Gewählte Paare (AIM), denn Zeilen × ε ergeben 2.000: weniger als 30.000.',
  );
  expect(describeCost({ kind: 'concentrated', rho: 1 }, 0.25)).toBe('25 % des Budgets');
});

describe('the rows of a ledger', () => {
  const layout = {
    columns: ['age', 'ward'].map((name, at) => ({ schema: schemaOf(name, at ? 'category' : 'integer') })),
  };

  it.each(['aim', 'hybrid', 'dp-sgd', 'mst', 'independent'] as const)(
    'share out the whole budget of %s',
    (mechanism) => {
      const rows = ledgerRows(planLedger(layout, { ...draft, mechanism }));
      const parts = rows.filter(({ payment }) => payment.kind !== 'threshold' && payment.kind !== 'public');
      expect(parts.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
      expect(rows.map(({ payment, share }) => describeCost(payment, share)).slice(0, 2)).toEqual([
        'free: declared',
        '10 % of δ',
      ]);
    },
  );
});
