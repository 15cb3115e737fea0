import { afterEach, describe, expect, it } from 'vitest';
import type { LearningCurve } from '../../../../src/evaluation/utility/learning-curves';
import { curveLines, curveTime, describeCurve } from '../../../../src/ui/steps/compare/curves';
import { speak } from '../../../../src/words';

afterEach(() => speak('en'));

type Point = readonly [realRows: number, syntheticRows: number, score: number];

function curveOf(real: readonly Point[], synthetic: readonly Point[]): LearningCurve {
  const pointOf = ([realRows, syntheticRows, value]: Point) => ({
    realRows,
    syntheticRows,
    score: { value, interval: null },
  });
  return {
    target: 'income',
    kind: 'classes',
    testRows: 500,
    real: real.map(pointOf),
    synthetic: synthetic.map(pointOf),
  };
}

describe('the words about the mixing curve', () => {
  const real = [[100, 0, 0.8], [1000, 0, 0.9]] as const; // prettier-ignore

  it('tell by how much synthetic rows help where real ones are few, and where all are there', () => {
    const curve = curveOf(real, [[0, 1000, 0.85], [100, 1000, 0.87], [1000, 1000, 0.902]]); // prettier-ignore
    expect(describeCurve('mixing', curve)).toBe(
      'Beside 100 real rows 1,000 synthetic ones raise the AUC from 0.8 to 0.87; beside 1,000 they make little difference to the AUC (0.902).',
    );
  });

  it('tell it in German', () => {
    speak('de');
    const curve = curveOf(real, [[0, 1000, 0.85], [100, 1000, 0.87], [1000, 1000, 0.902]]); // prettier-ignore
    expect(describeCurve('mixing', curve)).toBe(
      'Neben 100 echten Zeilen heben 1.000 synthetische die Güte (AUC) von 0,8 auf 0,87; neben 1.000 ändern sie die Güte (AUC) kaum (0,902).',
    );
  });

  it('tell as well where they do harm', () => {
    const curve = curveOf(real, [[0, 1000, 0.5], [100, 1000, 0.6], [1000, 1000, 0.85]]); // prettier-ignore
    expect(describeCurve('mixing', curve)).toMatch(
      /lower the AUC from 0.8 to 0.6; .* lower .* from 0.9 to 0.85\.$/,
    );
  });
});

describe('the words about the rows curve', () => {
  const real = [[500, 0, 0.88], [1000, 0, 0.9]] as const; // prettier-ignore

  it('tell how many synthetic rows come to what real rows do', () => {
    const curve = curveOf(real, [[0, 1000, 0.88], [0, 2000, 0.897], [0, 5000, 0.91]]); // prettier-ignore
    expect(describeCurve('rows', curve)).toBe(
      '2,000 synthetic rows come to what 1,000 real rows come to: AUC 0.897 against 0.9.',
    );
  });

  it('tell that none do', () => {
    const curve = curveOf(real, [[0, 1000, 0.7], [0, 5000, 0.75]]); // prettier-ignore
    expect(describeCurve('rows', curve)).toBe(
      'Even 5,000 synthetic rows stay below what 1,000 real rows come to: AUC 0.75 against 0.9.',
    );
  });
});

it('the time a curve takes grows with the rows, and with the columns of even a few rows', () => {
  const time = (trainingRows: number, columns: number) =>
    curveTime(
      'mixing',
      {
        trainingRows,
        classes: ['no', 'yes'],
        importances: { features: Array.from({ length: columns }) },
      } as unknown as Parameters<typeof curveTime>[1],
      20_000,
    );
  expect(time(200, 10)).toBe('a few seconds');
  expect(time(13_000, 14)).toMatch(/^about 1[05] s$/);
  expect(time(227, 752)).toMatch(/^about \d\d s$/);
});

it('a curve’s lines stand over the real rows when mixing, over all rows otherwise', () => {
  const curve = curveOf([[100, 0, 0.8]], [[100, 1000, 0.9]]);
  const places = (name: 'mixing' | 'rows') =>
    curveLines(name, curve).map(({ points }) => points.map(({ at }) => at));
  expect(places('mixing')).toEqual([[100], [100]]);
  expect(places('rows')).toEqual([[100], [1100]]);
});
