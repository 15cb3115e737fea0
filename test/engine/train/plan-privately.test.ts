import { beforeAll, describe, expect, it } from 'vitest';
import { embeddedMeans } from '../../../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../../../src/engine/backend/prepare-backend';
import { privateMechanisms, type PrivacySettings } from '../../../src/engine/privacy/settings';
import { learnPrivately } from '../../../src/engine/train/learn-privately';
import { planLedger } from '../../../src/engine/train/plan-privately';
import { categories, numbers, tableOf } from '../../evaluation/make-tables';

const rows = 600;
const table = tableOf(
  categories(
    'ward',
    Array.from({ length: rows }, (_, row) => `ward ${row % 4}`),
  ),
  numbers(
    'age',
    Array.from({ length: rows }, (_, row) => 20 + (row % 60)),
  ),
  categories(
    'who',
    Array.from({ length: rows }, (_, row) => `p${row >> 1}`),
    'identifier',
  ),
);
const settings: PrivacySettings = {
  epsilon: 2,
  delta: 1e-4,
  declaredRows: 600,
  unit: { kind: 'row' },
  mechanism: 'aim',
  facts: { age: { bounds: { minimum: 0, maximum: 120 } } },
  findsFacts: true,
  acceptsNoise: false,
};
const context = { breathe: () => Promise.resolve(), onEvent: () => undefined };

describe('the ledger as it is planned', () => {
  beforeAll(() => prepareBackend('wasm', embeddedMeans));

  it.each(privateMechanisms)('is what %s leaves behind, look by look', async (mechanism) => {
    const asked = { ...settings, mechanism };
    const { model, ledger } = await learnPrivately(table, asked, 1, context);
    model.dispose();
    expect(planLedger(table, asked)).toEqual(ledger);
  });

  it('is what a network leaves behind that protects subjects with several rows', async () => {
    const unit = { kind: 'subject', column: 'who', mostRows: 2 } as const;
    const asked = { ...settings, unit, mechanism: 'dp-sgd' as const };
    const { model, ledger } = await learnPrivately(table, asked, 1, context);
    model.dispose();
    expect(planLedger(table, asked)).toEqual(ledger);
  });

  it('names the subject, and spends no more than the budget', () => {
    const unit = { kind: 'subject', column: 'who', mostRows: 2 } as const;
    const planned = planLedger(table, { ...settings, unit });
    expect(planned.unit).toEqual(unit);
    expect(planned.spent.epsilon).toBeLessThanOrEqual(2 * (1 + 1e-9));
    expect(planned.spent.epsilon).toBeGreaterThan(1.99);
  });
});
