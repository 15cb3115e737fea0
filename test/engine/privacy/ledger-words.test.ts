import { describe, expect, it } from 'vitest';
import { describeLook, describePayment } from '../../../src/engine/privacy/ledger-words';
import { privateMechanisms } from '../../../src/engine/privacy/settings';
import { planLedger } from '../../../src/engine/train/plan-privately';
import { inLanguage } from '../../../src/words';
import { schemaOf } from '../../evaluation/make-tables';

const layout = {
  columns: [{ schema: schemaOf('age', 'integer') }, { schema: schemaOf('ward', 'category') }],
};

function entriesOf(mechanism: (typeof privateMechanisms)[number], mostRows: number | null) {
  const { entries } = planLedger(layout, {
    epsilon: 3,
    delta: 1e-6,
    declaredRows: 50_000,
    unit: mostRows === null ? { kind: 'row' } : { kind: 'subject', column: 'ward', mostRows },
    mechanism,
    facts: { age: { bounds: { minimum: 0, maximum: 120 } } },
    findsFacts: true,
    acceptsNoise: true,
  });
  return entries;
}

describe('a ledger’s looks', () => {
  it.each(privateMechanisms)(
    'of %s are recorded in English, and told in German where that is spoken',
    (name) => {
      const entries = inLanguage('de', () => [...entriesOf(name, null), ...entriesOf(name, 2)]);
      expect(entries).toEqual([...entriesOf(name, null), ...entriesOf(name, 2)]);
      for (const entry of entries) {
        expect(describeLook(entry)).toBe(entry.subject);
        inLanguage('de', () => {
          expect(describeLook(entry)).not.toBe(entry.subject);
          expect(describePayment(entry.payment)).not.toMatch(/ (?:of|by|with|the|and) /);
        });
      }
    },
  );

  it('that are not known are told as they stand', () => {
    expect(inLanguage('de', () => describeLook({ subject: 'something else' }))).toBe('something else');
  });
});
