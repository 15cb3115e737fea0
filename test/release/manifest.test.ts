import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/engine/privacy/ledger';
import type { ColumnSchema } from '../../src/engine/schema';
import { defaultTrainingSettings } from '../../src/engine/train/types';
import type { ColumnComparison, ComparisonReport } from '../../src/evaluation/report';
import type { Decision } from '../../src/release/decision';
import { inLanguage } from '../../src/words';
import {
  leftOutWhenShared,
  makeManifest,
  type ManifestInput,
  manifestText,
} from '../../src/release/manifest';

/** Everything in a release that tells of the real table, each to be set to a mark that can be looked for. */
interface Secrets {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

const anySecrets: fc.Arbitrary<Secrets> = fc.record({
  texts: fc
    .uniqueArray(fc.stringMatching(/^[a-z0-9]{10,16}$/), { minLength: 12, maxLength: 12 })
    .map((texts) => texts.map((text) => `secret-${text}`)),
  numbers: fc.uniqueArray(fc.integer({ min: 700_000_000, max: 799_999_999 }), {
    minLength: 24,
    maxLength: 24,
  }),
});

const settings = defaultTrainingSettings;
const plain: Secrets = {
  texts: Array.from({ length: 12 }, (_, i) => `secret-${'abcdefghijkl'[i]}-of-the-table`),
  numbers: Array.from({ length: 24 }, (_, i) => 700_000_001 + i),
};

function inputWith({ texts: t, numbers: n }: Secrets, changes: Partial<ManifestInput> = {}): ManifestInput {
  return {
    product: { name: 'Understudy', version: '0.1.0' },
    created: '2026-02-03T04:05:06.000Z',
    source: { fileName: `${t[0]}.csv`, byteCount: n[0], sha256: t[1], rowCount: n[1], rowsUsed: n[1] },
    schema: { columns: [column('age', 'integer', t), { ...column(t[4], 'text', t), role: 'drop' }] },
    settings: { ...settings, seed: n[2], maxSeconds: n[23] },
    training: {
      model: 'autoregressive',
      backend: 'wasm',
      workers: 2,
      workersLost: 0,
      seed: n[2],
      rows: { training: n[3], validation: n[4], holdout: n[5] },
      epochs: n[6],
      steps: n[7],
      seconds: n[8],
      validationLoss: n[9],
      parameters: n[10],
      stopped: 'finished',
      ledger: null,
    },
    libraries: { 'b-library': '2.0.0', 'a-library': '1.0.0' },
    comparison: comparisonWith(t, n),
    decision: decisionWith(t, n),
    intended: { use: 'Teaching.', limits: 'Not for care.' },
    outputs: [
      {
        fileName: 'synthetic.csv',
        format: 'csv',
        rowCount: 1000,
        byteCount: 54_321,
        sha256: 'cafe',
        seed: n[11],
        guardFormulas: false,
        conditions: [
          { column: 'age', test: 'at-least', values: [t[3]] },
          { column: 'age', test: 'at-most', values: [t[2]] },
        ],
        given: {
          method: 'weighted',
          probability: n[12],
          drawn: n[13],
          kept: 1000,
          effectiveShare: n[14],
          acceptance: n[15],
          cutOff: n[16],
        },
      },
    ],
    ...changes,
  };
}

function decisionWith(t: readonly string[], n: readonly number[]): Decision {
  return {
    words: t[10],
    families: [{ family: 'privacy', verdict: 'good', words: t[9] }],
    check: {
      policy: 'House rules',
      version: 3,
      onMissing: 'allow',
      met: true,
      results: [
        {
          id: 'membership.auc',
          name: 'Membership inference, AUC',
          outcome: 'pass',
          threshold: { most: 'holdout' },
          judge: 'value',
          limit: `at most ${n[12]}`,
          figure: { value: n[13], interval: { low: n[14], high: n[15] } },
        },
      ],
    },
    tasks: [t[11]],
    assumptions: [t[9]],
    certificate: t[10],
  };
}

function column(name: string, kind: ColumnSchema['kind'], t: readonly string[]): ColumnSchema {
  return {
    name,
    kind,
    role: 'keep',
    missingTokens: [t[2], t[3]],
    numberFormat: { minFractionDigits: 0, maxFractionDigits: 0, decimalSeparator: '.' },
    dateFormat: null,
    why: t[5],
    chosenByUser: false,
  };
}

function comparisonWith(t: readonly string[], n: readonly number[]): ComparisonReport {
  const figure = { synthetic: n[12], holdout: n[13] };
  const columns: ColumnComparison[] = ['age', t[6]].map((name, i) => ({
    name,
    kind: 'category',
    measure: 'tv',
    distance: { synthetic: n[14 + i], holdout: null },
    wasserstein: null,
    missingShare: { training: n[16], synthetic: n[17], holdout: null },
    bins: { type: 'category', labels: [t[7], t[8]], hasOther: false },
    counts: { training: Float64Array.of(n[18], 1), synthetic: Float64Array.of(2, 3), holdout: null },
  }));
  return {
    rows: { training: n[3], holdout: n[5], synthetic: 1000 },
    columns,
    pairs: {
      names: ['age', t[6]],
      training: Float64Array.of(1, n[19], n[19], 1),
      synthetic: Float64Array.of(1, n[20], n[20], 1),
      holdout: null,
      error: Float64Array.of(0, n[21], n[21], 0),
      holdoutError: null,
    },
    copies: {
      exact: figure,
      near: figure,
      closerToTraining: { share: n[13], low: n[12], high: n[14] },
      sampled: n[22],
      sentence: t[9],
    },
    notes: [t[11]],
    overall: [{ name: 'shape', ...figure, sentence: t[10] }],
  };
}

const count = (text: string, part: string) => text.split(part).length - 1;

describe('makeManifest for sharing', () => {
  it('holds no marked secret of the real table, whatever they are', () => {
    fc.assert(
      fc.property(anySecrets, (secrets) => {
        const text = manifestText(makeManifest(inputWith(secrets), 'shareable'));
        for (const secret of secrets.texts) expect(count(text, secret)).toBe(0);
        for (const secret of secrets.numbers) expect(count(text, String(secret))).toBe(0);
      }),
    );
  });

  it('says which fields it leaves out, and why', () => {
    const { leftOut } = makeManifest(inputWith(plain), 'shareable');
    expect(leftOut).toBe(leftOutWhenShared);
    const fields = leftOut.flatMap((entry) => entry.fields);
    expect(fields).toEqual(
      expect.arrayContaining(['source.sha256', 'source.rowCount', 'measured', 'settings.seed']),
    );
    expect(new Set(fields).size).toBe(fields.length);
    for (const { why } of leftOut) expect(why).toMatch(/^[A-Z].+\.$/);
  });

  it('still names the columns, settings and files that its reader holds', () => {
    const manifest = makeManifest(inputWith(plain), 'shareable');
    expect(manifest.columns).toEqual([{ name: 'age', kind: 'integer' }]);
    expect(manifest.settings).toEqual({
      preset: settings.preset,
      holdoutShare: settings.holdoutShare,
      minCategoryRows: settings.minCategoryRows,
      pinExtremes: settings.pinExtremes,
    });
    expect(manifest.outputs[0]).toMatchObject({ fileName: 'synthetic.csv', sha256: 'cafe', rowCount: 1000 });
  });

  it('tells which columns have conditions, so that nobody takes the rows for the whole, and no value of them', () => {
    const [output] = makeManifest(inputWith(plain), 'shareable').outputs;
    expect(output.conditionedColumns).toEqual(['age']);
    expect(Object.keys(output)).not.toContain('conditions');
    expect(Object.keys(output)).not.toContain('given');
  });

  it('tells the preset of the network alone: the baselines have none', () => {
    const baseline = inputWith(plain, { settings: { ...settings, model: 'gaussian-copula' } });
    expect(makeManifest(baseline, 'shareable').settings).not.toHaveProperty('preset');
    expect(makeManifest(baseline, 'private').settings.model).toBe('gaussian-copula');
  });

  it('stays silent about a field that is added to the input later', () => {
    const later = { ...inputWith(plain), notes: 'a new secret' };
    expect(manifestText(makeManifest(later, 'shareable'))).not.toContain('a new secret');
  });
});

describe('makeManifest for the owner', () => {
  it('holds what is needed to make the same file again', () => {
    const input = inputWith(plain);
    const manifest = makeManifest(input, 'private');
    expect(manifest.source).toEqual({ ...input.source, columnCount: 2 });
    expect(manifest.columns).toEqual(input.schema.columns);
    expect(manifest.settings).toEqual(input.settings);
    expect(manifest.training).toEqual(input.training);
    expect(manifest.outputs).toEqual(input.outputs);
    expect(manifest.makeAgain.sameFileExpected).toBe(true);
    const steps = manifest.makeAgain.steps.join('\n');
    for (const part of [
      input.source.sha256,
      String(input.outputs[0].seed),
      String(input.training.seed),
      `given “age>=${plain.texts[3]}” and “age<=${plain.texts[2]}”, with seed`,
      'wasm with 2 workers',
    ]) {
      expect(steps).toContain(part);
    }
  });

  it('promises no same file when a worker was lost on the way', () => {
    const training = { ...inputWith(plain).training, workersLost: 1 };
    const { makeAgain } = makeManifest(inputWith(plain, { training }), 'private');
    expect(makeAgain.sameFileExpected).toBe(false);
    expect(makeAgain.why).toContain('A worker that shared the training stopped');
  });

  it('promises no same file when the clock or a hand ended the training', () => {
    const { training } = inputWith(plain);
    for (const stopped of ['by-user', 'time-limit'] as const) {
      const manifest = makeManifest(inputWith(plain, { training: { ...training, stopped } }), 'private');
      expect(manifest.makeAgain.sameFileExpected).toBe(false);
    }
  });

  it('keeps figures worst first, and no label, bin or count of the real table', () => {
    const manifest = makeManifest(inputWith(plain), 'private');
    expect(manifest.measured?.columns.map((figures) => figures.name)).toEqual([plain.texts[6], 'age']);
    expect(manifest.measured?.worstPairs).toEqual([
      { first: 'age', second: plain.texts[6], error: plain.numbers[21], holdoutError: null },
    ]);
    const text = manifestText(manifest);
    for (const hidden of [plain.texts[7], plain.texts[8], String(plain.numbers[18])])
      expect(text).not.toContain(hidden);
  });

  it('writes null where nothing was compared', () => {
    expect(makeManifest(inputWith(plain, { comparison: null }), 'private').measured).toBeNull();
  });
});

describe('a manifest under differential privacy', () => {
  const record = new Ledger({ kind: 'row' }, { epsilon: 1, delta: 1e-6 }).toJSON();
  const inputUnder = (secrets: Secrets) => {
    const input = inputWith(secrets);
    return { ...input, training: { ...input.training, ledger: record } };
  };

  it('tells others the ledger, and neither what was checked nor settings that do not count', () => {
    fc.assert(
      fc.property(anySecrets, (secrets) => {
        const manifest = makeManifest(inputUnder(secrets), 'shareable');
        expect(manifest.guarantee).toMatchObject({ formal: true, ledger: record });
        expect(manifest.checked).toBeNull();
        expect(manifest.settings).toEqual({ holdoutShare: settings.holdoutShare });
        expect(manifest.leftOut.flatMap(({ fields }) => fields)).toContain('checked');
        const text = manifestText(manifest);
        for (const secret of [...secrets.texts, ...secrets.numbers.map(String)])
          expect(text).not.toContain(secret);
      }),
      { numRuns: 20 },
    );
  });

  it('promises no same file, as the noise was not kept', () => {
    const { makeAgain } = makeManifest(inputUnder(plain), 'private');
    expect(makeAgain.sameFileExpected).toBe(false);
    expect(makeAgain.why).toContain('no seed');
    expect(makeAgain.steps.join(' ')).not.toContain('should be');
  });
});

describe('manifestText', () => {
  it('is English, whatever is spoken', () => {
    for (const audience of ['private', 'shareable'] as const) {
      const written = () => manifestText(makeManifest(inputWith(plain), audience));
      expect(inLanguage('de', written)).toBe(written());
    }
  });

  it('depends on the values alone, not on the order in which they were given', () => {
    for (const audience of ['private', 'shareable'] as const) {
      const straight = manifestText(makeManifest(inputWith(plain), audience));
      expect(manifestText(makeManifest(reversed(inputWith(plain)), audience))).toBe(straight);
      expect(JSON.parse(straight)).toMatchObject({ manifest: 'understudy', manifestVersion: 1, audience });
    }
  });

  it('states plainly that there is no formal guarantee, to both audiences', () => {
    for (const audience of ['private', 'shareable'] as const) {
      const { guarantee, notice } = makeManifest(inputWith(plain), audience);
      expect(guarantee.formal).toBe(false);
      expect(guarantee.statement).toMatch(/^No formal guarantee/);
      expect(notice.toLowerCase()).toContain(audience);
    }
  });
});

/** The same value with every object's keys in reverse order. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]: [string, unknown]) => [key, reversed(inner)]),
  ) as T;
}
