import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/engine/errors';
import { modelKinds } from '../../../src/engine/models/table-model';
import { largestEpsilon, privateMechanisms, smallestEpsilon } from '../../../src/engine/privacy/settings';
import { fileTypes } from '../../../src/io/write/export-format';
import { defaultPolicy } from '../../../src/release/default-policy';
import type { Policy, Threshold } from '../../../src/release/policy';
import { linkTo } from '../../../src/ui/state/shared-link.svelte';
import { namedFindings } from '../../../src/ui/state/shared-policy';
import { readSettings, type SharedSettings, writeSettings } from '../../../src/ui/state/shared-settings';
import { describeShared } from '../../../src/ui/state/shared-words';

const bound = fc.oneof(fc.constant('holdout' as const), fc.double({ min: 0, max: 1e6, noNaN: true }));
const threshold: fc.Arbitrary<Threshold> = fc
  .record({ most: bound, judge: fc.constantFrom('value', 'interval') }, { requiredKeys: ['most'] })
  .map((one) => one as Threshold);
const policy: fc.Arbitrary<Policy> = fc.record({
  policy: fc.constant('From a link'),
  version: fc.constant(1),
  judge: fc.constantFrom('value', 'interval'),
  onMissing: fc.constantFrom('fail', 'allow'),
  thresholds: fc.dictionary(fc.constantFrom(...namedFindings), threshold, {
    minKeys: 1,
    noNullPrototype: true,
  }),
});
const shared: fc.Arbitrary<SharedSettings> = fc
  .record(
    {
      model: fc.constantFrom(...modelKinds),
      preset: fc.constantFrom('fast', 'balanced', 'best'),
      seed: fc.integer({ min: 0, max: 4_294_967_295 }),
      time: fc.integer({ min: 5, max: 86_400 }),
      aside: fc.integer({ min: 0, max: 50 }),
      rare: fc.integer({ min: 1, max: 1000 }),
      epsilon: fc.double({ min: smallestEpsilon, max: largestEpsilon, noNaN: true }),
      delta: fc.constantFrom(1e-5, 1e-6, 2.5e-9, 0.001),
      declared: fc.integer({ min: 1, max: 1_000_000_000 }),
      mechanism: fc.constantFrom('proposed' as const, ...privateMechanisms),
      find: fc.boolean(),
      rows: fc.integer({ min: 1, max: 100_000_000 }),
      format: fc.constantFrom(...(Object.keys(fileTypes) as (keyof typeof fileTypes)[])),
      guard: fc.boolean(),
      policy,
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((one) => one as SharedSettings);

describe('settings in a link', () => {
  it('come back as they went, whichever they are, and each is said in words', () => {
    fc.assert(
      fc.property(shared, (settings) => {
        const read = readSettings(writeSettings(settings));
        expect(read).toEqual(settings);
        for (const [name, value] of describeShared(settings)) expect(name && value).not.toBe('');
      }),
    );
  });

  it('are short and readable, behind the # of the address alone', () => {
    const link = linkTo('https://portal.example/understudy/?a=1#old', {
      preset: 'fast',
      rare: 5,
      guard: true,
    });
    expect(link).toBe('https://portal.example/understudy/?a=1#settings=1&preset=fast&rare=5&guard=yes');
    expect(writeSettings({ policy: defaultPolicy })).toContain(
      'copies.exact:most:holdout:margin:0.001,copies.near:',
    );
  });

  it('name neither a policy nor a finding that a person made up', () => {
    const own = { ...defaultPolicy, policy: 'Ward 7', thresholds: { 'salary.of-anna': { most: 1 } } };
    expect(writeSettings({ policy: own })).toBe('settings=1');
    const mixed = { ...own, thresholds: { ...own.thresholds, 'membership.auc': { most: 0.6 } } };
    expect(writeSettings({ policy: mixed })).toBe(
      'settings=1&judge=value&missing=allow&limits=membership.auc:most:0.6',
    );
  });

  it('know the findings that the evidence has', () => {
    const root = new URL('../../../src/evaluation/', import.meta.url);
    const text = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(new URL(path, root), 'utf8'))
      .join('\n');
    const found = [...text.matchAll(/\bid: '([a-zA-Z]+\.[a-zA-Z]+)'/g)].map(([, id]) => id);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((id) => !namedFindings.includes(id))).toEqual([]);
  });
});

describe('a fragment', () => {
  it.each(['', 'chapter-2', 'Settings=1', 'preset=fast&settings=1'])(
    'that is somebody else’s, “%s”, is left alone',
    (text) => {
      expect(readSettings(text)).toBeNull();
    },
  );

  it.each([
    'settings=2&preset=fast',
    'settings=1&preset=fastest',
    'settings=1&preset=fast&preset=best',
    'settings=1&__proto__=fast',
    'settings=1&constructor=1',
    'settings=1&toString=1',
    'settings=1&policy=1',
    'settings=1&pinExtremes=yes',
    'settings=1&column=salary',
    'settings=1&',
    'settings=1&preset',
    'settings=1&=fast',
    'settings=1&seed=-1',
    'settings=1&seed=1.5',
    'settings=1&seed=0x10',
    'settings=1&seed= 1',
    'settings=1&seed=Infinity',
    'settings=1&rows=1e99',
    'settings=1&epsilon=0',
    'settings=1&find=true',
    'settings=1&limits=',
    'settings=1&limits=membership.auc',
    'settings=1&limits=membership.auc:most',
    'settings=1&limits=membership.auc:most:NaN',
    'settings=1&limits=__proto__:most:1',
    'settings=1&limits=membership.auc:__proto__:1',
    'settings=1&limits=membership.auc:most:<img src=x onerror=alert(1)>',
    'settings=1&judge=value',
    `settings=1&rows=1${'&'.repeat(3000)}`,
  ])('with anything in it that settings are not, “%.60s”, is refused as a whole', (text) => {
    expect(() => readSettings(text)).toThrow(UserError);
    expect(({} as Record<string, unknown>)['most']).toBeUndefined();
  });

  it('of any sort is refused in a sentence that repeats nothing of it, or is none of ours', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.boolean(), (text, isOurs) => {
        try {
          const read = readSettings(`${isOurs ? 'settings=1&' : ''}${text}`);
          expect(read === null || Object.getPrototypeOf(read) === Object.prototype).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          if (text.length > 20) expect((error as UserError).message).not.toContain(text);
        }
      }),
    );
  });
});
