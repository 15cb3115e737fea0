import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../src/engine/privacy/ledger';
import { RandomStream } from '../../../src/engine/random';
import type { TypedTable } from '../../../src/engine/typed-table';
import { compareTables } from '../../../src/evaluation/compare-tables';
import { noChoices } from '../../../src/evaluation/measure-context';
import { decide } from '../../../src/release/decision';
import { defaultPolicy } from '../../../src/release/default-policy';
import { partialSynthesis } from '../../../src/release/guarantee';
import { writeGuaranteedReport } from '../../../src/release/report/guaranteed-report';
import type { ReportInput } from '../../../src/release/report/report-input';
import { defaultDisclosure, type Disclosure } from '../../../src/release/report/shareable-report';
import { writeReports } from '../../../src/release/report/write-reports';
import { categories, numbers, silent, tableOf } from '../../evaluation/make-tables';
import { evidenceOf, finding } from '../make-evidence';

/** Rare texts, rare numbers and a number of rows, each to be looked for afterwards. */
interface Secrets {
  readonly labels: readonly string[];
  readonly extremes: readonly [number, number];
  readonly rows: number;
}

const anySecrets: fc.Arbitrary<Secrets> = fc.record({
  labels: fc
    .uniqueArray(fc.stringMatching(/^[a-z]{8,12}$/), { minLength: 4, maxLength: 20 })
    .map((texts) => texts.map((text) => `rare-${text}`)),
  extremes: fc.tuple(
    fc.integer({ min: -8_999_999, max: -7_000_001 }),
    fc.integer({ min: 7_000_001, max: 8_999_999 }),
  ),
  // Past 2100: the year of the report’s date is no number of rows.
  rows: fc.integer({ min: 2103, max: 2997 }),
});

/** Each rare label in three rows, the extremes in one each; the rest is common. */
function realTable({ labels, extremes, rows }: Secrets): TypedTable {
  const rare = labels.flatMap((label) => [label, label, label]);
  return tableOf(
    categories(
      'town',
      Array.from({ length: rows }, (_, row) => rare[row] ?? `common ${row % 3}`),
    ),
    numbers(
      'income',
      Array.from({ length: rows }, (_, row) => extremes[row] ?? (row * 37) % 1000),
    ),
  );
}

function syntheticTable(rows: number): TypedTable {
  return tableOf(
    categories(
      'town',
      Array.from({ length: rows }, (_, row) => `common ${row % 3}`),
    ),
    numbers(
      'income',
      Array.from({ length: rows }, (_, row) => (row * 61) % 1000),
    ),
  );
}

async function inputOf(real: TypedTable, synthetic: TypedTable): Promise<ReportInput> {
  const random = new RandomStream(1, 'test');
  const comparison = await compareTables({ training: real, holdout: real, synthetic, random, ...silent });
  const findings = [
    finding('copies.exact', {
      range: [1, 7_654_321],
      ideal: 0.654321,
      synthetic: { value: 0.123456, interval: { low: 0.118181, high: 0.131313 } },
    }),
    finding('utility.gap', {
      family: 'utility',
      synthetic: { value: Number.NaN, interval: null },
      verdict: 'unmeasured',
    }),
  ];
  const evidence = evidenceOf(findings, comparison);
  return {
    product: { name: 'Understudy', version: '0.1.0' },
    created: '2026-02-03T04:05:06.000Z',
    realFileName: 'ward-7-patients.csv',
    syntheticFileName: 'made.csv',
    evidence,
    decision: decide(evidence, noChoices, defaultPolicy, null),
    ledger: null,
    intended: { use: 'Teaching <script>alert(1)</script>', limits: 'Not for care.' },
  };
}

function filesFor(input: ReportInput, changes: Partial<Disclosure> = {}): Map<string, string> {
  const files = writeReports(input, { ...defaultDisclosure, ...changes });
  return new Map(files.map(({ name, text }) => [name, text]));
}

function shared(files: Map<string, string>): string {
  return `${files.get('shareable-report.html')}\n${files.get('shareable-report.json')}`;
}

const grouped = (value: number) => Math.abs(value).toLocaleString('en');

describe('the shareable report', () => {
  it('holds no rare label, no extreme value, no number of rows and nothing of the real file', async () => {
    await fc.assert(
      fc.asyncProperty(anySecrets, async (secrets) => {
        const text = shared(filesFor(await inputOf(realTable(secrets), syntheticTable(500))));
        for (const label of secrets.labels) expect(text).not.toContain(label);
        for (const number of [...secrets.extremes, secrets.rows]) {
          expect(text).not.toMatch(new RegExp(`\\b${Math.abs(number)}\\b`));
          expect(text).not.toContain(grouped(number));
        }
        expect(text).not.toContain('ward-7');
      }),
      { numRuns: 20 },
    );
  });

  it('tells figures in steps of 0.01 and no interval, or none at all', async () => {
    const input = await inputOf(syntheticTable(400), syntheticTable(300));
    const coarse = shared(filesFor(input));
    expect(coarse).toContain('0.12');
    for (const exact of ['0.123', '0.118', '0.131', '0.654', '7654321', '7,654,321'])
      expect(coarse).not.toContain(exact);
    const none = shared(filesFor(input, { figures: 'none' }));
    expect(none).not.toContain('0.12');
    expect(none).not.toContain('200 to 500');
    expect(coarse).toContain('200 to 500');
    expect(shared(filesFor(input, { exactRowCount: true }))).toContain('"realRows": "400"');
  });

  it('says plainly where its figures come from, and that nothing is guaranteed', async () => {
    const text = shared(filesFor(await inputOf(syntheticTable(400), syntheticTable(300))));
    expect(text).toContain('computed from the real table');
    expect(text).toContain('No formal guarantee');
  });

  it('shows common categories, and what a rare one would give away as others', async () => {
    const secrets = {
      labels: ['rare-a', 'rare-b', 'rare-c', 'rare-d'],
      extremes: [-9e6, 9e6],
      rows: 2500,
    } as const;
    const files = filesFor(await inputOf(realTable(secrets), syntheticTable(500)));
    const { columns } = JSON.parse(files.get('shareable-report.json') ?? '') as {
      columns: { shape: { labels?: string[]; real: number[]; ends?: string[] } }[];
    };
    expect(columns[0].shape.labels?.slice().sort()).toEqual([
      'all others',
      'common 0',
      'common 1',
      'common 2',
    ]);
    expect(columns[0].shape.real.every((share) => Math.abs(share * 50 - Math.round(share * 50)) < 1e-9)).toBe(
      true,
    );
    expect(columns[1].shape.ends?.[0]).toMatch(/^below /);
  });
});

describe('under differential privacy', () => {
  const ledger = new Ledger({ kind: 'row' }, { epsilon: 2, delta: 1e-6 });
  ledger.record('30 noisy counts of single columns', { kind: 'concentrated', rho: 0.05 });
  const record = ledger.toJSON();

  it('a comparison is written down for the holder of the real table alone', async () => {
    const files = filesFor({ ...(await inputOf(syntheticTable(400), syntheticTable(300))), ledger: record });
    expect([...files.keys()]).toEqual(['private-report.html', 'private-report.json']);
    const page = files.get('private-report.html') ?? '';
    expect(page).toContain('30 noisy counts of single columns');
    expect(page).not.toContain('No formal guarantee');
  });

  it('the shareable report holds the promise, its ledger and the columns’ names', async () => {
    const { product, created, syntheticFileName, intended } = await inputOf(
      syntheticTable(400),
      syntheticTable(300),
    );
    const columns = [{ name: 'town', kind: 'category' } as const];
    const files = writeGuaranteedReport({
      product,
      created,
      syntheticFileName,
      intended,
      ledger: record,
      columns,
    });
    const [page, json] = files.map(({ text }) => text);
    expect(page).toContain('Made under differential privacy with ε = 2 and δ = 1e-6 for one row.');
    expect(page).toContain('30 noisy counts of single columns');
    expect(page).not.toMatch(/<script|Good|Not measured|computed from the real table/);
    expect(JSON.parse(json)).toMatchObject({
      audience: 'shareable',
      guarantee: { formal: true, ledger: { budget: { epsilon: 2 } } },
      columns,
    });
  });
});

describe('both reports', () => {
  it('say “not judged” of a figure without a verdict, and “not measured” where there is none', async () => {
    const input = await inputOf(syntheticTable(400), syntheticTable(300));
    const unjudged = finding('copies.nndr', { verdict: 'unmeasured', holdout: null });
    const evidence = { ...input.evidence, findings: [...input.evidence.findings, unjudged] };
    for (const figures of ['none', 'coarse'] as const) {
      const files = filesFor({ ...input, evidence }, { figures });
      for (const name of ['private-report.html', 'shareable-report.html']) {
        const page = files.get(name) ?? '';
        expect(page.match(/Not judged/g)).toHaveLength(1);
        expect(page).toContain('Not measured');
      }
    }
  });

  it('are pages that stand alone: nothing to run, nothing to load', async () => {
    const files = filesFor(await inputOf(syntheticTable(400), syntheticTable(300)));
    for (const name of ['private-report.html', 'shareable-report.html']) {
      const page = files.get(name) ?? '';
      expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|@import|href=|src=/i);
      expect(page).toContain('Teaching &lt;script&gt;');
      expect(page).toContain("default-src 'none'");
    }
  });

  it('of a partial synthesis say plainly whose cells are real, what that risks, and promise nothing', async () => {
    const real = syntheticTable(400);
    const input = await inputOf(real, real);
    const evidence = { ...input.evidence, kept: ['town'] };
    const decision = decide(evidence, noChoices, defaultPolicy, null);
    const files = filesFor({ ...input, evidence, decision });
    for (const audience of ['private', 'shareable'])
      for (const ending of ['html', 'json']) {
        const text = files.get(`${audience}-report.${ending}`) ?? '';
        expect(text).toContain(partialSynthesis(['town']));
        expect(text).toContain('its cells of town are the real ones');
        expect(text).toContain('Whoever knows these of a person can find their row');
        expect(text).not.toMatch(/No row is copied|not rows of it by design/);
      }
    expect(decision.certificate).toMatch(/does not meet/);
  });

  it('are never mixed: the private one says all, and that it is private', async () => {
    const files = filesFor(await inputOf(syntheticTable(400), syntheticTable(300)));
    const page = files.get('private-report.html') ?? '';
    for (const part of ['Private:', 'ward-7-patients.csv', '0.123 (0.118 to 0.131)', 'copies.exact'])
      expect(page).toContain(part);
    expect(JSON.parse(files.get('private-report.json') ?? '')).toMatchObject({
      audience: 'private',
      findings: [{ id: 'copies.exact' }, { id: 'utility.gap', synthetic: { value: null } }],
    });
  });

  it('stay under 3 MB at 100 columns', async () => {
    const wide = (rows: number) =>
      tableOf(
        ...Array.from({ length: 100 }, (_, at) =>
          numbers(
            `column ${at}`,
            Array.from({ length: rows }, (_, row) => (row * (at + 3)) % 97),
          ),
        ),
      );
    for (const text of filesFor(await inputOf(wide(300), wide(200))).values())
      expect(text.length).toBeLessThan(3e6);
  });
});
