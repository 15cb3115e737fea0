import { describe, expect, it } from 'vitest';
import type { ColumnSchema } from '../../../src/engine/schema';
import { planLedger } from '../../../src/engine/train/plan-privately';
import type { OpenClient } from '../../../src/ui/clients/open-client';
import { PrivacyState } from '../../../src/ui/state/privacy.svelte';
import { schemaOf } from '../../evaluation/make-tables';

const columns = [
  schemaOf('age', 'integer'),
  schemaOf('ward', 'category'),
  schemaOf('note', 'text'),
  { ...schemaOf('gone', 'integer'), role: 'drop' as const },
];

/** The plan as the worker makes it. */
const client: Pick<OpenClient, 'plan'> = {
  plan: (kept, settings) =>
    Promise.resolve(planLedger({ columns: kept.map((schema) => ({ schema })) }, settings)),
};

const privacyOf = (schema: readonly ColumnSchema[], table: { sampledFrom?: number } = {}) =>
  new PrivacyState(client, table, () => schema);

function switchedOn(): PrivacyState {
  const privacy = privacyOf(columns);
  privacy.isOn = true;
  privacy.declaredRows = 20_000;
  return privacy;
}

describe('what a person asks of differential privacy', () => {
  it('is nothing until it is switched on', () => {
    expect(privacyOf(columns).asked).toEqual({ settings: null, fault: null });
  });

  it('is refused in one sentence until rows and bounds are declared, and nothing is read off the table', () => {
    const privacy = privacyOf(columns);
    privacy.isOn = true;
    expect(privacy.asked.fault).toContain('about how many rows');
    privacy.declaredRows = 20_000;
    expect(privacy.asked).toMatchObject({
      settings: null,
      fault: expect.stringContaining('in age, ward') as string,
    });
    privacy.findsFacts = true;
    expect(privacy.asked.settings).toMatchObject({ delta: 1e-5, facts: {}, findsFacts: true });
  });

  it('takes bounds and categories as they are typed, and says what is wrong with a column', () => {
    const privacy = switchedOn();
    privacy.type('age', ['120', '0']);
    expect(privacy.faultOf(columns[0])).toContain('wrong way round');
    privacy.type('age', ['0', '120']);
    privacy.type('ward', ['A', '', 'B', '']);
    expect(privacy.typedCount).toBe(2);
    expect(privacy.asked.settings?.facts).toEqual({
      age: { bounds: { minimum: 0, maximum: 120 } },
      ward: { categories: ['A', 'B'] },
    });
  });

  it('takes over the command line’s file, writes one like it, and passes over columns that are left out', () => {
    const privacy = switchedOn();
    const text = '{ "age": [0, 120], "gone": [1, 2], "others": "private" }';
    expect(privacy.takeFacts(text, 'bounds.json')).toBeNull();
    expect(privacy.asked.settings?.facts).toEqual({ age: { bounds: { minimum: 0, maximum: 120 } } });
    expect(JSON.parse(privacy.factsText)).toEqual({ age: ['0', '120'], others: 'private' });
    expect(privacy.takeFacts('{ "nobody": [1, 2] }', 'bounds.json')).toContain('"nobody"');
  });

  it('is mostly noise in a small table at a small ε, which has to be accepted', () => {
    const privacy = switchedOn();
    privacy.findsFacts = true;
    privacy.declaredRows = 200;
    privacy.epsilon = 0.1;
    expect(privacy.isMostlyNoise).toBe(true);
    expect(privacy.asked.fault).toContain('mostly noise');
    privacy.acceptsNoise = true;
    expect(privacy.asked.fault).toBeNull();
  });

  it('is refused for a sample of a file, whatever was typed', () => {
    const privacy = privacyOf(columns, { sampledFrom: 9_000_000 });
    privacy.isOn = true;
    expect(privacy.asked.fault).toContain('open a smaller extract');
  });

  it('has a ledger before anything was looked at, within the budget', async () => {
    const privacy = switchedOn();
    expect(await privacy.plan()).toBeNull();
    privacy.findsFacts = true;
    privacy.subject = 'ward';
    privacy.mostRows = 3;
    const ledger = await privacy.plan();
    expect(ledger?.unit).toEqual({ kind: 'subject', column: 'ward', mostRows: 3 });
    expect(ledger?.spent.epsilon).toBeLessThanOrEqual(1 + 1e-9);
  });
});
