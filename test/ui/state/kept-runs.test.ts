import { expect, it } from 'vitest';
import { defaultTrainingSettings } from '../../../src/engine/train/types';
import { noChoices } from '../../../src/evaluation/measure-context';
import { KeptRuns, type Run } from '../../../src/ui/state/kept-runs.svelte';
import { finding } from '../../release/make-evidence';

const run = (value: number, sentence = ''): Run => ({
  settings: defaultTrainingSettings,
  seconds: 1,
  rows: 100,
  choices: noChoices,
  findings: [finding('copies.exact', { synthetic: { value, interval: null }, sentence })],
});

it('runs are kept in their order, each once, under numbers that are not given again', () => {
  const kept = new KeptRuns();
  const [first, second] = [run(0.1), run(0.2)];
  kept.keep(first);
  kept.keep(first);
  kept.keep(second);
  expect(kept.all.map(({ id }) => id)).toEqual([1, 2]);
  kept.drop(2);
  expect(kept.has(second)).toBe(false);
  kept.keep(second);
  expect(kept.all.map(({ id }) => id)).toEqual([1, 3]);
});

it('evidence that is told in another language is the same evidence', () => {
  const kept = new KeptRuns();
  kept.keep(run(0.1, 'Nothing is copied.'));
  expect(kept.has(run(0.1, 'Nichts ist kopiert.'))).toBe(true);
  expect(kept.has(run(0.2, 'Nothing is copied.'))).toBe(false);
});
