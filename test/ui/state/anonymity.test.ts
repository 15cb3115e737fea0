import { describe, expect, it } from 'vitest';
import type { OnProgress } from '../../../workers/api';
import type { AnonymityReport } from '../../../src/engine/sensitive/anonymity/measure-anonymity';
import { AnonymityState } from '../../../src/ui/state/anonymity.svelte';
import { schemaOf } from '../../engine/analyze/columns';

const columns = [
  schemaOf('integer', { name: 'age' }),
  schemaOf('category', { name: 'sex' }),
  schemaOf('text', { name: 'city' }),
];
const report: AnonymityReport = {
  columns: ['age', 'sex'],
  k: 5,
  rows: 9,
  groups: 3,
  smallest: 2,
  unique: 0,
  under: 4,
  remedies: [],
};

function makeCounter() {
  const asked: { finish: (report: AnonymityReport | null) => void; tell: OnProgress }[] = [];
  let stops = 0;
  return {
    asked,
    stops: () => stops,
    anonymity: (_: unknown, __: number, tell: OnProgress) =>
      new Promise<AnonymityReport | null>((finish) => asked.push({ finish, tell })),
    stopAnonymity: () => {
      stops++;
      return Promise.resolve();
    },
  };
}

const progress = { phase: 'Counting rows that are alike', done: 1, total: 2, unit: 'steps' } as const;

describe('AnonymityState', () => {
  it('proposes what others may know, and offers what is learnt', () => {
    const state = new AnonymityState(makeCounter(), () => columns);
    expect(state.countable.map(({ name }) => name)).toEqual(['age', 'sex']);
    expect(state.chosen).toEqual([0, 1]);
  });

  it('is done when the report is there, though progress is told late', async () => {
    const counter = makeCounter();
    const state = new AnonymityState(counter, () => columns);
    const counted = state.count();
    counter.asked[0].tell(progress);
    expect(state.progress).toEqual(progress);
    counter.asked[0].finish(report);
    await counted;
    counter.asked[0].tell({ ...progress, done: 2 });
    expect([state.progress, state.report, state.outdated]).toEqual([null, report, false]);
    state.k = 10;
    expect(state.outdated).toBe(true);
  });

  it('forgets an answer that comes after it was stopped', async () => {
    const counter = makeCounter();
    const state = new AnonymityState(counter, () => columns);
    const counted = state.count();
    state.stop();
    counter.asked[0].finish(report);
    await counted;
    expect([state.progress, state.report, counter.stops()]).toEqual([null, null, 1]);
  });
});
