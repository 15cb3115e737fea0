import { afterEach, describe, expect, it } from 'vitest';
import type { PrivacySettings } from '../../../../src/engine/privacy/settings';
import { defaultTrainingSettings } from '../../../../src/engine/train/types';
import { noChoices } from '../../../../src/evaluation/measure-context';
import type { Run } from '../../../../src/ui/state/kept-runs.svelte';
import { compareRuns, describeDifferences, nameRun } from '../../../../src/ui/steps/compare/run-words';
import { speak } from '../../../../src/words';
import { around, findingWith } from './make-findings';

afterEach(() => speak('en'));

const runWith = (findings: Run['findings'], part: Partial<Run> = {}): Run => ({
  settings: defaultTrainingSettings,
  seconds: 60,
  rows: 1000,
  choices: noChoices,
  findings,
  ...part,
});

const privacy: PrivacySettings = {
  epsilon: 2,
  delta: 1e-6,
  declaredRows: 3000,
  unit: { kind: 'row' },
  mechanism: 'proposed',
  facts: {},
  findsFacts: true,
  acceptsNoise: false,
};

it('a run under differential privacy is named by its ε and its mechanism', () => {
  const settings = { ...defaultTrainingSettings, privacy };
  expect(nameRun({ settings })).toBe('ε = 2, Chosen pairs (AIM)');
});

describe('two runs', () => {
  it('differ where intervals stand apart, not where they overlap', () => {
    const first = runWith([
      findingWith({ id: 'utility.gap', synthetic: around(0.012, 0.003) }),
      findingWith({ id: 'detection.auc', synthetic: around(0.6, 0.02) }),
    ]);
    const second = runWith([
      findingWith({ id: 'utility.gap', synthetic: around(0.019, 0.003) }),
      findingWith({ id: 'detection.auc', synthetic: around(0.61, 0.02) }),
    ]);
    const { better, worse } = compareRuns(first, second);
    expect(better.map(({ own }) => own.id)).toEqual(['utility.gap']);
    expect(worse).toEqual([]);
  });

  it('differ where a verdict does, and those come first', () => {
    const first = runWith([
      findingWith({ id: 'shape', synthetic: around(0.01, 0.001) }),
      findingWith({ id: 'copies.exact', synthetic: around(0.04, 0.03) }),
    ]);
    const second = runWith([
      findingWith({ id: 'shape', synthetic: around(0.02, 0.001) }),
      findingWith({ id: 'copies.exact', synthetic: around(0.05, 0.03), verdict: 'fair' }),
    ]);
    expect(compareRuns(first, second).better.map(({ own }) => own.id)).toEqual(['copies.exact', 'shape']);
    expect(compareRuns(second, first).worse.map(({ own }) => own.id)).toEqual(['copies.exact', 'shape']);
  });

  it('are told apart by which is nearer to the ideal, whichever way is better', () => {
    const ofShare = (value: number) =>
      runWith([
        findingWith({ id: 'share', better: 'near ideal', ideal: 0.5, synthetic: { value, interval: null } }),
      ]);
    expect(compareRuns(ofShare(0.52), ofShare(0.4)).better).toHaveLength(1);
    expect(compareRuns(ofShare(0.4), ofShare(0.52)).worse).toHaveLength(1);
    expect(compareRuns(ofShare(0.5), ofShare(0.51)).better).toHaveLength(0);
  });

  it('are described by figures beside each other, and by the time it took', () => {
    const gap = (value: number) =>
      findingWith({ id: 'utility.gap', name: 'Utility gap', synthetic: around(value, 0.001) });
    const words = describeDifferences(
      compareRuns(runWith([gap(0.012)], { seconds: 100 }), runWith([gap(0.019)])),
    );
    expect(words).toBe('Better: Utility gap 0.012 instead of 0.019; 40 s longer to learn.');
    expect(describeDifferences(compareRuns(runWith([gap(0.012)]), runWith([gap(0.012)])))).toBe(
      'No figure is clearly different.',
    );
    speak('de');
    const german = describeDifferences(
      compareRuns(runWith([gap(0.012)], { seconds: 100 }), runWith([gap(0.019)])),
    );
    expect(german).toBe('Besser: Utility gap 0,012 statt 0,019; 40 s länger gelernt.');
  });

  it('are compared in what both measured', () => {
    const unmeasured = findingWith({
      id: 'a',
      synthetic: { value: NaN, interval: null },
      verdict: 'unmeasured',
    });
    const { better, worse } = compareRuns(
      runWith([findingWith({ id: 'a' }), findingWith({ id: 'b' })]),
      runWith([unmeasured]),
    );
    expect([...better, ...worse]).toEqual([]);
  });
});

it('a run is called by its preset, or by its model where it has none', () => {
  expect(nameRun(runWith([]))).toBe('Balanced');
  expect(nameRun(runWith([], { settings: { ...defaultTrainingSettings, model: 'independent' } }))).toBe(
    'Independent columns',
  );
  speak('de');
  expect(nameRun({ settings: { ...defaultTrainingSettings, privacy: { ...privacy, epsilon: 0.5 } } })).toBe(
    'ε = 0,5, Gewählte Paare (AIM)',
  );
});
