import { describe, expect, it } from 'vitest';
import type { AttackOutcome } from '../../../src/evaluation/privacy/attack-outcome';
import { inferenceSection } from '../../../src/evaluation/privacy/inference';
import { linkabilitySection } from '../../../src/evaluation/privacy/linkability';
import { contextOf, measured } from '../make-context';
import { expectAsReference } from '../golden';
import { categories, numbers, tableOf } from '../make-tables';
import { goldenTables, privacyGolden } from './privacy-golden';

const { known } = privacyGolden;

function expectOutcome(outcome: AttackOutcome | null, reference: typeof privacyGolden.linkability): void {
  expect(outcome?.attack.hits).toBe(reference.attack);
  expect(outcome?.control?.hits).toBe(reference.control);
  expectAsReference(outcome?.risk?.value ?? Number.NaN, reference.risk.value);
  expectAsReference(outcome?.risk?.error ?? Number.NaN, reference.risk.error);
}

describe('the linkability attack', () => {
  it('links what NumPy links by the same two sets of columns', async () => {
    const { details, findings } = await measured(linkabilitySection, contextOf(goldenTables, { known }));
    expectOutcome(details, privacyGolden.linkability);
    expect(findings[0].verdict).toBe('poor');
  });
});

describe('the inference attack', () => {
  it.each([
    ['all other columns', [], privacyGolden.inference],
    ['the known columns', known, privacyGolden.inferenceFromKnown],
  ])('guesses from %s what NumPy guesses, column by column', async (_, choice, reference) => {
    const { details } = await measured(inferenceSection, contextOf(goldenTables, { known: choice }));
    const secrets = new Map(details?.secrets.map((secret) => [secret.name, secret]));
    expect([...secrets.keys()].sort()).toEqual(Object.keys(reference).sort());
    for (const [name, expected] of Object.entries(reference))
      expectOutcome(secrets.get(name) ?? null, expected);
  });

  it('sees no risk in a secret that everybody guesses, however few were held out', async () => {
    const bound = (rows: number, shift: number) =>
      tableOf(
        numbers(
          'a',
          Array.from({ length: rows }, (_, row) => (row * 37 + shift) % 101),
        ),
        categories(
          'b',
          Array.from({ length: rows }, (_, row) => ((row * 37 + shift) % 101 > 50 ? 'x' : 'y')),
        ),
      );
    const tables = { training: bound(1500, 0), holdout: bound(120, 5), synthetic: bound(1500, 50) };
    const { details } = await measured(inferenceSection, contextOf(tables));
    const secret = details?.secrets.find(({ name }) => name === 'b');
    expect(secret?.attack.hits).toBe(secret?.attack.of);
    expect(secret?.risk?.value).toBeLessThan(0.01);
  });

  it('calls a verbatim copy a risk', async () => {
    const { training } = goldenTables;
    const { findings } = await measured(
      inferenceSection,
      contextOf({ ...goldenTables, synthetic: training }),
    );
    expect(findings[0].verdict).toBe('poor');
    expect(findings[0].sentence).toMatch(
      /^Someone who knows every other column of a person guesses “.+” right/,
    );
  });
});
