import { expect, it } from 'vitest';
import { defaultTrainingSettings } from '../../../src/engine/train/types';
import { noChoices } from '../../../src/evaluation/measure-context';
import { KeptRuns, type Run } from '../../../src/ui/state/kept-runs.svelte';

const run = (): Run => ({
  settings: defaultTrainingSettings,
  seconds: 1,
  rows: 100,
  choices: noChoices,
  findings: [],
});

it('runs are kept in their order, each once, under numbers that are not given again', () => {
  const kept = new KeptRuns();
  const [first, second] = [run(), run()];
  kept.keep(first);
  kept.keep(first);
  kept.keep(second);
  expect(kept.all.map(({ id }) => id)).toEqual([1, 2]);
  kept.drop(2);
  expect(kept.has(second)).toBe(false);
  kept.keep(second);
  expect(kept.all.map(({ id }) => id)).toEqual([1, 3]);
});
