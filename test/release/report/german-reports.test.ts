import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { planLedger } from '../../../src/engine/train/plan-privately';
import { proposeDelta } from '../../../src/engine/privacy/settings';
import { alignTables } from '../../../src/evaluation/align-tables';
import type { Evidence } from '../../../src/evaluation/evidence';
import { gatherEvidence } from '../../../src/evaluation/gather-evidence';
import { decide } from '../../../src/release/decision';
import { defaultPolicy } from '../../../src/release/default-policy';
import { writeGuaranteedReport } from '../../../src/release/report/guaranteed-report';
import { defaultDisclosure } from '../../../src/release/report/shareable-report';
import { type ReportFile, writeReports } from '../../../src/release/report/write-reports';
import { type InEachLanguage, inEachLanguage } from '../../../src/words';
import type { Catalogue, Texts } from '../../../src/words/catalogue';
import { makePeople } from '../../evaluation/utility/make-people';

const source = new URL('../../../src/', import.meta.url);
const silent = {
  onPartial: () => undefined,
  onProgress: () => undefined,
  yieldControl: () => Promise.resolve(),
};
const choices = { target: 'bought', sensitive: ['gender'], known: ['age'] };
/** Four words in a row: long enough to be a sentence's own. */
const fourWords = /\p{L}+(?:[ ’'-]\p{L}+){3,}/gu;

const facts = {
  product: { name: 'Understudy', version: '0.1.0' },
  created: '2026-02-03T04:05:06.000Z',
  realFileName: 'people.csv',
  sampledFrom: 12_345,
  syntheticFileName: 'made.csv',
  intended: { use: '', limits: '' },
};
const columns = [{ name: 'gender', kind: 'category' } as const];

function ledger() {
  const settings = {
    epsilon: 2.5,
    delta: proposeDelta(5000),
    declaredRows: 5000,
    unit: { kind: 'row' },
  } as const;
  return planLedger(
    { columns: [] },
    { ...settings, mechanism: 'aim', facts: {}, findsFacts: true, acceptsNoise: true },
  );
}

/** All reports there are: of a table without a guarantee, and of one with. */
function writeAll(evidence: Evidence): ReportFile[] {
  const decision = decide(evidence, choices, defaultPolicy, null);
  const input = { ...facts, evidence, decision, ledger: null };
  return [
    ...writeReports(input, defaultDisclosure),
    ...writeReports({ ...input, ledger: ledger() }, defaultDisclosure),
    ...writeGuaranteedReport({ ...facts, ledger: ledger(), columns }),
  ];
}

function* textsOf(texts: Texts): Generator<string> {
  for (const one of Object.values(texts)) {
    if (typeof one === 'object' && !Array.isArray(one)) yield* textsOf(one as Texts);
    else yield String(one as string);
  }
}

/** Whatever catalogues say in four words or more, what their functions say too, and what is said of these tables. */
async function wordings(evidence: Evidence): Promise<Record<'en' | 'de', Set<string>>> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(engine|evaluation|release)\/.*words\.ts$/.test(path),
  );
  const said = { en: new Set<string>(), de: new Set<string>() };
  for (const file of files) {
    const module = (await import(/* @vite-ignore */ new URL(file, source).href)) as Record<string, unknown>;
    for (const one of Object.values(module)) {
      if (typeof one !== 'function' || !('texts' in one)) continue;
      for (const language of ['en', 'de'] as const)
        for (const text of textsOf((one as unknown as Catalogue<Texts>).texts[language]))
          for (const [words] of text.matchAll(fourWords)) said[language].add(words);
    }
  }
  const told = [...evidence.findings.flatMap(({ name, sentence }) => [name, sentence]), ...evidence.notes];
  for (const text of told) for (const [words] of text.matchAll(fourWords)) said.en.add(words);
  return said;
}

const tagsOf = (page: string) => page.match(/<\/?[a-z0-9]+/g);

describe('reports in German', () => {
  let evidence: InEachLanguage<Evidence>;
  let files: InEachLanguage<ReportFile[]>;

  beforeAll(async () => {
    const [training, holdout, synthetic] = [
      makePeople(600, 1),
      makePeople(300, 2),
      makePeople(500, 3, { penalty: 2 }),
    ];
    const request = { choices, effort: 'standard', seed: 1 } as const;
    evidence = await gatherEvidence(alignTables(training, holdout, synthetic), request, silent);
    files = inEachLanguage((language) => writeAll(evidence[language]));
  }, 120_000);

  it('hold no English sentence', async () => {
    const { en, de } = await wordings(evidence.en);
    const english = [...en].filter((words) => !de.has(words));
    expect(english.length).toBeGreaterThan(200);
    for (const { name, text } of files.de)
      expect([name, english.filter((words) => text.includes(words))]).toEqual([name, []]);
    expect(english.some((words) => files.en[0].text.includes(words))).toBe(true);
  });

  it('are the same pages as the English ones, of the language they say', () => {
    for (const [index, { name, text }] of files.de.entries()) {
      const other = files.en[index].text;
      if (name.endsWith('.json')) {
        const [german, english] = [text, other].map((one) => JSON.parse(one) as Record<string, unknown>);
        expect(german['language']).toBe('de');
        expect(Object.keys(german).filter((key) => key !== 'language')).toEqual(Object.keys(english));
      } else {
        expect(text).toContain('<html lang="de">');
        expect(other).toContain('<html lang="en">');
        expect(tagsOf(text)).toEqual(tagsOf(other));
        expect(text).not.toMatch(/undefined|\bNaN\b|\[object/);
      }
    }
  });

  it('write figures and days as German readers do', () => {
    const page = files.de[0].text;
    expect(page).toContain('3. Februar 2026, Understudy 0.1.0');
    expect(page).toContain('12.345 Zeilen');
    expect(page).toMatch(/\d,\d\u00a0%/);
    expect(page).not.toMatch(/\d\.\d\u00a0%/);
    expect(files.de.at(-2)?.text).toContain('ε = 2,5');
  });
});
