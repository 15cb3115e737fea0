import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../../src/engine/errors';
import { conditionsOf, isComplete, startDraft, testsFor } from '../../../src/ui/state/condition-drafts';
import { ConditionsState } from '../../../src/ui/state/conditions.svelte';
import type { AskableColumn, Condition, GivenEstimate } from '../../../workers/api';

const column = (name: string, change: Partial<AskableColumn> = {}): AskableColumn => ({
  name,
  kind: 'category',
  labels: [],
  hasMissing: false,
  dateFormat: null,
  ...change,
});
const sex = column('sex', { labels: ['f', 'm'], hasMissing: true });
const age = column('age', { kind: 'integer' });
const note = column('note', { kind: 'text', hasMissing: true });

const estimate: GivenEstimate = {
  report: {
    method: 'weighted',
    probability: 0.01,
    drawn: 8192,
    kept: 0,
    effectiveShare: 0.8,
    acceptance: 0.4,
    cutOff: 0.005,
  },
  learntRows: 1000,
};

/** A model whose estimates come when the test says. */
function makeModel() {
  const asked: {
    conditions: readonly Condition[];
    answer: (estimate: GivenEstimate | null) => void;
    fail: (error: Error) => void;
  }[] = [];
  const client = {
    askable: () => Promise.resolve([sex, age, note]),
    estimate: (conditions: readonly Condition[]) =>
      new Promise<GivenEstimate | null>((answer, fail) => asked.push({ conditions, answer, fail })),
  };
  return { asked, conditions: new ConditionsState(client) };
}

describe('a condition being put together', () => {
  it('offers what fits the column', () => {
    expect(testsFor(sex)).toEqual(['one-of', 'none-of', 'filled', 'missing']);
    expect(testsFor(age)).toEqual(['at-least', 'at-most', 'between', 'exactly']);
    expect(testsFor(note)).toEqual(['filled', 'missing']);
  });

  it('is complete when every value is there, and then says what it asks', () => {
    const draft = { ...startDraft(1, age), test: 'between', values: ['30', ''] } as const;
    expect(isComplete(draft)).toBe(false);
    expect(isComplete({ ...draft, values: ['30', ' 40 '] })).toBe(true);
    expect(conditionsOf({ ...draft, values: ['30', ' 40 '] })).toEqual([
      { column: 'age', test: 'at-least', values: ['30'] },
      { column: 'age', test: 'at-most', values: ['40'] },
    ]);
    expect(isComplete(startDraft(1, sex))).toBe(false);
    expect(isComplete(startDraft(1, note))).toBe(true);
  });
});

describe('the conditions of a release', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ask the model once the person has paused, and only for what is complete', async () => {
    const { asked, conditions } = makeModel();
    await conditions.add();
    await conditions.add();
    expect(conditions.drafts.map((draft) => draft.column)).toEqual(['sex', 'age']);
    conditions.change(conditions.drafts[0].id, { values: ['f'] });
    await vi.advanceTimersByTimeAsync(100);
    conditions.change(conditions.drafts[0].id, { values: ['f', 'm'] });
    expect(asked).toEqual([]);
    expect(conditions).toMatchObject({ looking: true, complete: false, estimate: null });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map((one) => one.conditions)).toEqual([[{ column: 'sex', test: 'is', values: ['f', 'm'] }]]);
    asked[0].answer(estimate);
    await vi.advanceTimersByTimeAsync(0);
    expect(conditions).toMatchObject({ looking: false, estimate });
  });

  it('forget an estimate at the next change, and an answer that comes too late', async () => {
    const { asked, conditions } = makeModel();
    await conditions.add();
    conditions.change(1, { values: ['f'] });
    await vi.advanceTimersByTimeAsync(1000);
    conditions.change(1, { values: ['m'] });
    asked[0].answer(estimate);
    await vi.advanceTimersByTimeAsync(0);
    expect(conditions).toMatchObject({ looking: true, estimate: null });
    conditions.remove(1);
    expect(conditions).toMatchObject({ looking: false, drafts: [], complete: true, asked: [] });
  });

  it('say why no row can be drawn', async () => {
    const { asked, conditions } = makeModel();
    await conditions.add();
    conditions.change(1, { column: 'age' });
    conditions.change(1, { values: ['200'] });
    await vi.advanceTimersByTimeAsync(1000);
    asked[0].fail(new UserError('No such row.'));
    await vi.advanceTimersByTimeAsync(0);
    expect(conditions).toMatchObject({ error: 'No such row.', looking: false });
  });

  it('begin anew when the column is another, and go with the model', async () => {
    const { conditions } = makeModel();
    await conditions.add();
    conditions.change(1, { values: ['f'] });
    conditions.change(1, { column: 'age' });
    expect(conditions.drafts[0]).toEqual({ id: 1, column: 'age', test: 'at-least', values: [] });
    conditions.reset();
    expect(conditions).toMatchObject({ drafts: [], columns: [] });
  });
});
