import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/evaluation/evidence';
import type { Examiner } from '../../src/evaluation/examiner';
import { type EvidenceSoFar, gatherFrom, MeasuredParts } from '../../src/evaluation/gather-parts';
import type { ComparisonReport } from '../../src/evaluation/report';
import { inEachLanguage, languageNow } from '../../src/words';

const findingOf = (id: string, family: Finding['family']): Finding => ({
  id,
  family,
  name: id,
  range: [0, 1],
  better: 'lower',
  ideal: 0,
  synthetic: { value: 0.5, interval: null },
  holdout: null,
  verdict: 'fair',
  sentence: `What ${id} says.`,
});

const familyOf: Readonly<Record<string, Finding['family']>> = {
  first: 'privacy',
  second: 'utility',
  third: 'fidelity',
};
// The registry knows other names; what is gathered are plain names here.
const wanted = Object.keys(familyOf).map((name) => ({ name: name as never }));

/** Notes who measured what; a part takes as many turns as said. */
function examinerWith(turns: Readonly<Record<string, number>>, log: string[], who = ''): Examiner {
  const wait = async (part: string) => {
    for (let turn = 0; turn < (turns[part] ?? 1); turn++) await Promise.resolve();
    log.push(`${who}${part}`);
  };
  return {
    compare: async ({ onPartial, onProgress }) => {
      onPartial(inEachLanguage(() => ({ columns: [] })));
      onProgress({ phase: 'Comparing columns', done: 1, total: 1, unit: 'columns' });
      await wait('comparison');
      return inEachLanguage(() => ({ columns: [], copies: {} }) as unknown as ComparisonReport);
    },
    measure: async (name, onProgress) => {
      onProgress(`Measuring ${name}`, 1, 2);
      await wait(name);
      return inEachLanguage(() => ({
        details: { of: name },
        findings: [findingOf(name, familyOf[name])],
        notes: [`Note of ${name}, ${languageNow()}.`],
      }));
    },
  };
}

async function gather(examiners: readonly Examiner[], parts = new MeasuredParts()) {
  const partials: EvidenceSoFar[] = [];
  const progress: number[] = [];
  const { en: evidence, de } = await gatherFrom(examiners, wanted, parts, {
    onPartial: ({ en }) => partials.push(en),
    onProgress: ({ done }) => progress.push(done),
  });
  return { evidence, de, partials, progress };
}

describe('evidence gathered part by part', () => {
  it('compares first, hands out what is known after each part, and puts findings in the order of the families', async () => {
    const log: string[] = [];
    const { evidence, partials } = await gather([examinerWith({}, log)]);
    expect(log).toEqual(['comparison', 'first', 'second', 'third']);
    expect(partials.map(({ findings }) => findings.length)).toEqual([0, 0, 0, 1, 2, 3]);
    expect(evidence.findings.map(({ id }) => id)).toEqual(['third', 'second', 'first']);
    expect(evidence.sections).toEqual({
      first: { of: 'first' },
      second: { of: 'second' },
      third: { of: 'third' },
    });
  });

  it('is told in each language', async () => {
    const { evidence, de } = await gather([examinerWith({}, [])]);
    expect(evidence.notes).toEqual(['first', 'second', 'third'].map((name) => `Note of ${name}, en.`));
    expect(de.notes).toEqual(['first', 'second', 'third'].map((name) => `Note of ${name}, de.`));
    expect(de.findings).toEqual(evidence.findings);
  });

  it('is the same evidence whoever measured which part, and when', async () => {
    const alone = await gather([examinerWith({}, [])]);
    const log: string[] = [];
    const turns = { comparison: 40, first: 10, second: 1 };
    const together = await gather([examinerWith(turns, log, 'a:'), examinerWith(turns, log, 'b:')]);
    expect(log).toEqual(['b:first', 'b:second', 'b:third', 'a:comparison']);
    expect(together.evidence).toEqual(alone.evidence);
  });

  it('leaves what belongs together to whoever began with it', async () => {
    const log: string[] = [];
    const turns = { comparison: 60, first: 20, second: 1, third: 1 };
    const examiners = [examinerWith(turns, log, 'a:'), examinerWith(turns, log, 'b:')];
    const tied = wanted.map(({ name }) => ({
      name,
      ...(String(name) === 'second' ? {} : { together: 'models' }),
    }));
    await gatherFrom(examiners, tied, new MeasuredParts(), {
      onPartial: () => undefined,
      onProgress: () => undefined,
    });
    expect(log).toEqual(['b:first', 'b:second', 'b:third', 'a:comparison']);
    const quick = { comparison: 1, first: 20, second: 1, third: 1 };
    const other: string[] = [];
    await gatherFrom(
      [examinerWith(quick, other, 'a:'), examinerWith(quick, other, 'b:')],
      tied,
      new MeasuredParts(),
      {
        onPartial: () => undefined,
        onProgress: () => undefined,
      },
    );
    expect(other).toEqual(['a:comparison', 'a:second', 'b:first', 'b:third']);
  });

  it('tells how far the whole is, never less than before', async () => {
    const { progress } = await gather([examinerWith({}, []), examinerWith({}, [])]);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress[0]).toBeGreaterThan(0);
  });

  it('goes on from what was measured before, and measures anew what was forgotten', async () => {
    const parts = new MeasuredParts();
    await gather([examinerWith({}, [])], parts);
    parts.forget([wanted[1]]);
    const log: string[] = [];
    const { evidence, partials } = await gather([examinerWith({}, log)], parts);
    expect(log).toEqual(['second']);
    expect(partials[0].findings.map(({ id }) => id)).toEqual(['third', 'first']);
    expect(evidence.findings).toHaveLength(3);
  });

  it('fails with what an examiner throws, and keeps what was measured until then', async () => {
    const parts = new MeasuredParts();
    const broken = examinerWith({}, []);
    const examiner: Examiner = {
      ...broken,
      measure: (name, onProgress) =>
        name === 'second'
          ? Promise.reject(new Error('The worker is gone.'))
          : broken.measure(name, onProgress),
    };
    await expect(gather([examiner], parts)).rejects.toThrow('The worker is gone.');
    expect([...parts.sections.keys()]).toEqual(['first']);
  });
});
