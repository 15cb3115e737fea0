import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/evaluation/evidence';
import type { GatheringWatch } from '../../../src/evaluation/gather-parts';
import type { EvidenceChoices } from '../../../src/evaluation/measure-context';
import { Cancelled } from '../../../src/ui/clients/worker-lease';
import { ComparisonState } from '../../../src/ui/state/comparison.svelte';
import { type InEachLanguage, speak } from '../../../src/words';
import { schemaOf } from '../../evaluation/make-tables';

const schema = {
  columns: [
    { ...schemaOf('sex', 'category'), role: 'sensitive' as const },
    { ...schemaOf('income', 'category'), role: 'target' as const },
    schemaOf('age', 'integer'),
  ],
};
const table = { schema, rows: 30_000 };
const evidence = { comparison: {}, sections: {}, findings: [], notes: [] } as unknown as Evidence;
const inGerman = { ...evidence };
const told: InEachLanguage<Evidence> = { en: evidence, de: inGerman };

/** Stands in for both workers: notes what was asked, and answers when told to. */
class Workers {
  readonly sampled: number[] = [];
  readonly asked: EvidenceChoices[] = [];
  answer: (evidence: InEachLanguage<Evidence>) => void = () => undefined;
  fail: (reason: Error) => void = () => undefined;
  forgotten = 0;
  readonly curvesOf: (string | null)[] = [];
  answerCurve: (reason: string) => void = () => undefined;
  failCurve: (reason: Error) => void = () => undefined;

  readonly model = {
    sample: (rows: number) => {
      this.sampled.push(rows);
      return Promise.resolve();
    },
  };

  readonly evaluate = {
    compare: (_: unknown, choices: EvidenceChoices, watch: Pick<GatheringWatch, 'onPartial'>) => {
      this.asked.push(choices);
      watch.onPartial(told);
      return new Promise<InEachLanguage<Evidence>>((resolve, reject) => {
        this.answer = resolve;
        this.fail = reject;
      });
    },
    joint: () => Promise.reject(new Error('not asked for here')),
    curve: (_table: unknown, { target }: EvidenceChoices) => {
      this.curvesOf.push(target);
      return new Promise<string>((resolve, reject) => {
        this.answerCurve = resolve;
        this.failCurve = reject;
      });
    },
    endCurve: () => this.failCurve(new Cancelled('Stopped.')),
    end: () => this.fail(new Cancelled('Stopped.')),
    forget: () => {
      this.forgotten++;
      this.fail(new Cancelled('Stopped.'));
    },
  };
}

/** Lets promises that are settled be heard of. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the comparison', () => {
  let workers: Workers;
  let comparison: ComparisonState;

  afterEach(() => speak('en'));

  beforeEach(() => {
    workers = new Workers();
    comparison = new ComparisonState(workers.model, workers.evaluate);
  });

  it('asks for what the roles say, on at most 20,000 drawn rows, and is whole at the end', async () => {
    void comparison.start(table, 7);
    await settle();
    expect(workers.sampled).toEqual([20_000]);
    expect(workers.asked).toEqual([{ target: 'income', sensitive: ['sex'], known: [] }]);
    expect(comparison.evidence).toBe(evidence);
    expect(comparison.whole).toBeNull();
    expect(comparison.progress).not.toBeNull();
    workers.answer(told);
    await settle();
    expect(comparison.whole).toBe(evidence);
    speak('de');
    expect([comparison.evidence, comparison.whole]).toEqual([inGerman, inGerman]);
    expect(comparison.whole).toBe(inGerman);
    expect(comparison.progress).toBeNull();
  });

  it('stops without an error and keeps what there is; measuring the rest draws no rows again', async () => {
    void comparison.start(table, 7);
    await settle();
    comparison.stop();
    await settle();
    expect(comparison.error).toBeNull();
    expect(comparison.progress).toBeNull();
    expect(comparison.evidence).toBe(evidence);
    expect(comparison.started).toBe(true);
    void comparison.measure();
    await settle();
    workers.answer(told);
    await settle();
    expect(comparison.whole).toBe(evidence);
    expect(workers.sampled).toHaveLength(1);
  });

  it('measures again for other choices, even in mid-measurement', async () => {
    void comparison.start(table, 7);
    await settle();
    const choices = { target: 'age', sensitive: [], known: ['age'] };
    void comparison.choose(choices);
    await settle();
    expect(workers.asked.at(-1)).toEqual(choices);
    expect(comparison.choices).toEqual(choices);
    workers.answer(told);
    await settle();
    expect(comparison.whole).toBe(evidence);
    expect(comparison.error).toBeNull();
  });

  it('tells of a failure in words, and can be begun again', async () => {
    void comparison.start(table, 7);
    await settle();
    workers.fail(new TypeError('a is not a function'));
    await settle();
    expect(comparison.error).toMatch(/did not foresee \(TypeError\)/);
    void comparison.measure();
    await settle();
    expect(comparison.error).toBeNull();
  });

  it('draws a curve for the column that was predicted, until it is stopped or something else is asked', async () => {
    void comparison.start(table, 7);
    await settle();
    workers.answer(told);
    await settle();
    const { curves } = comparison;
    void comparison.drawCurve('mixing', 'age');
    expect([curves.running, workers.curvesOf]).toEqual(['mixing', ['age']]);
    curves.stop();
    await settle();
    expect([curves.running, curves.progress, curves.error]).toEqual([null, null, null]);

    void comparison.drawCurve('rows', 'age');
    workers.answerCurve('Nothing can be predicted.');
    await settle();
    expect(curves.drawn).toEqual({ rows: 'Nothing can be predicted.' });
    void comparison.choose({ target: 'income', sensitive: ['age'], known: [] });
    expect(curves.drawn).toHaveProperty('rows');
    void comparison.choose({ target: 'age', sensitive: [], known: [] });
    expect(curves.drawn).toEqual({});
  });

  it('tells why a curve was not drawn, and can try again', async () => {
    void comparison.start(table, 7);
    await settle();
    void comparison.drawCurve('mixing', 'age');
    workers.failCurve(new RangeError('out of range'));
    await settle();
    expect(comparison.curves.error).toMatch(/drawing the curve/);
    void comparison.drawCurve('mixing', 'age');
    expect(comparison.curves.error).toBeNull();
  });

  it('forgets everything with the model', async () => {
    void comparison.start(table, 7);
    await settle();
    comparison.reset();
    await settle();
    expect(comparison.started).toBe(false);
    expect(comparison.evidence).toBeNull();
    expect(comparison.error).toBeNull();
    expect(workers.forgotten).toBe(2);
  });
});
