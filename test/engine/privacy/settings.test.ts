import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noiseShare } from '../../../src/engine/privacy/noise-share';
import {
  checkPrivacy,
  chosenMechanism,
  type PrivacySettings,
  proposeDelta,
} from '../../../src/engine/privacy/settings';
import { schemaOf } from '../../evaluation/make-tables';

const columns = [schemaOf('age', 'integer'), schemaOf('ward', 'category'), schemaOf('note', 'text')];
const settings: PrivacySettings = {
  epsilon: 1,
  delta: 1e-6,
  declaredRows: 20_000,
  unit: { kind: 'row' },
  mechanism: 'proposed',
  facts: { age: { bounds: { minimum: 0, maximum: 120 } }, ward: { categories: ['A', 'B'] } },
  findsFacts: false,
  acceptsNoise: false,
};
const asked = (change: Partial<PrivacySettings>) => () => checkPrivacy({ ...settings, ...change }, columns);

describe('what is asked of differential privacy', () => {
  it('is taken when everything is there', () => {
    expect(asked({})).not.toThrow();
  });

  it('proposes a δ below one in the declared rows', () => {
    expect(proposeDelta(32_561)).toBe(1e-5);
    expect(proposeDelta(1_000_000)).toBe(1e-7);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (rows) => {
        expect(proposeDelta(rows)).toBeLessThanOrEqual(1 / (2 * rows));
      }),
    );
  });

  it('proposes a network where rows and ε suffice, the fewer the more rows each subject has', () => {
    const proposed = (change: Partial<PrivacySettings>) => chosenMechanism({ ...settings, ...change });
    const unit = { kind: 'subject', column: 'ward', mostRows: 4 } as const;
    expect(proposed({})).toBe('aim');
    expect(proposed({ epsilon: 3 })).toBe('hybrid');
    expect(proposed({ epsilon: 3, unit })).toBe('aim');
    expect(proposed({ epsilon: 8, unit })).toBe('hybrid');
    expect(proposed({ mechanism: 'dp-sgd' })).toBe('dp-sgd');
  });

  it('is refused in a sentence when δ would let a whole row go', () => {
    expect(asked({ delta: 1e-4 })).toThrow('below one in the declared rows');
    expect(asked({ delta: 0 })).toThrow('above 0');
    expect(asked({ epsilon: 0 })).toThrow('ε must be');
    expect(asked({ declaredRows: Number.NaN })).toThrow('about how many rows');
  });

  it('is refused when reach and categories are neither typed nor to be found, and names the columns', () => {
    expect(asked({ facts: {} })).toThrow('in age, ward');
    expect(asked({ facts: {}, findsFacts: true })).not.toThrow();
    expect(asked({ facts: { ward: { categories: ['A'] } } })).toThrow('in age.');
  });

  it('explains that a small table at a small ε is mostly noise, and makes it only when told to', () => {
    const few = { declaredRows: 200, epsilon: 0.1 };
    expect(asked(few)).toThrow('mostly noise');
    expect(asked({ ...few, acceptsNoise: true })).not.toThrow();
  });

  it('wants a column that tells subjects apart, and bounded rows of each', () => {
    const unit = (column: string, mostRows: number) => asked({ unit: { kind: 'subject', column, mostRows } });
    expect(unit('ward', 2)).not.toThrow();
    expect(unit('nobody', 2)).toThrow('nobody');
    expect(unit('ward', 0)).toThrow('1 to 1000');
  });

  it('foretells more noise for a smaller ε, fewer rows, and more rows for each subject', () => {
    const share = noiseShare(settings, columns);
    expect(noiseShare({ ...settings, epsilon: 0.5 }, columns)).toBeGreaterThan(share);
    expect(noiseShare({ ...settings, declaredRows: 2_000 }, columns)).toBeCloseTo(10 * share, 10);
    const unit = { kind: 'subject', column: 'ward', mostRows: 3 } as const;
    expect(noiseShare({ ...settings, unit }, columns)).toBeCloseTo(3 * share, 10);
  });
});
