import { afterEach, describe, expect, it } from 'vitest';
import type { ColumnComparison, CopyFigures, OverallFigure } from '../../../../src/evaluation/report';
import {
  filterColumns,
  isFurther,
  listUncompared,
  rankColumns,
} from '../../../../src/ui/steps/compare/ranking';
import { describeCopying, judge } from '../../../../src/ui/steps/compare/verdict';
import { speak } from '../../../../src/words';

afterEach(() => speak('en'));

const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ');
const figure = (name: OverallFigure['name'], synthetic: number, holdout: number | null): OverallFigure => ({
  name,
  synthetic,
  holdout,
  sentence: '',
});
const copies = (synthetic: number, holdout: number | null): CopyFigures => ({
  exact: { synthetic, holdout },
  near: { synthetic: 0, holdout: 0 },
  closerToTraining: null,
  sampled: 100,
  sentence: '',
});
const column = (name: string, synthetic: number, holdout: number | null): ColumnComparison => ({
  name,
  kind: 'category',
  measure: 'tv',
  distance: { synthetic, holdout },
  wasserstein: null,
  missingShare: { training: 0, synthetic: 0, holdout: 0 },
  bins: Number.isNaN(synthetic) ? null : { type: 'category', labels: ['x'], hasOther: false },
  counts: { training: Float64Array.of(1), synthetic: Float64Array.of(1), holdout: null },
});

describe('judge', () => {
  it('says nothing before single columns are known', () => {
    expect(judge({})).toBeNull();
    expect(judge({ overall: [figure('shape', Number.NaN, null)] })).toBeNull();
  });

  it('names every family beside its ruler, then copies', () => {
    const overall = [figure('shape', 0.008, 0.009), figure('trend', 0.011, 0.012), figure('missing', 0, 0)];
    expect(plain(judge({ overall, copies: copies(0, 0.001) })?.sentence)).toBe(
      'Close: single columns are off by 0.8 %, pairs by 1.1 %; rows the model never saw: 0.9 % and 1.2 %. No row is copied.',
    );
  });

  it('says the same in German', () => {
    speak('de');
    const overall = [figure('shape', 0.008, 0.009), figure('missing', 0.2, 0.001)];
    const columns = [column('b', 0.06, 0.01)];
    const { sentence, worst } = judge({ overall, columns, copies: copies(0.021, 0.0003) }) ?? {};
    expect(plain(sentence)).toBe(
      'Nicht nahe: Einzelne Spalten weichen um 0,8 % ab, fehlende Werte um 20,0 %; Zeilen, die das Modell nie sah: 0,9 % und 0,1 %. ' +
        'Sehen Sie sich das an: 2,1 % der Zeilen gleichen einer echten; von Zeilen, die das Modell nie sah, 0,03 %.',
    );
    expect(plain(worst)).toBe('Größte Abweichung: b, 6,0 % (zurückgehaltene Zeilen: 1,0 %).');
  });

  it('lets the worst family decide, and names missing cells when they are what is off', () => {
    const overall = [figure('shape', 0.008, 0.009), figure('missing', 0.2, 0.001)];
    const verdict = judge({ overall });
    expect(verdict?.level).toBe('far');
    expect(plain(verdict?.sentence)).toContain('missing cells by 20.0 %');
  });

  it('does without a ruler where there are too few held-out rows', () => {
    expect(plain(judge({ overall: [figure('shape', 0.02, null)] })?.sentence)).toBe(
      'Fair: single columns are off by 2.0 %.',
    );
  });

  it('warns when the synthetic rows lean to the rows learnt from by more than chance', () => {
    const overall = [figure('shape', 0.01, 0.01)];
    const leaning = (low: number) => ({
      ...copies(0, 0),
      closerToTraining: { share: low + 0.03, low, high: low + 0.06 },
    });
    expect(judge({ overall, copies: leaning(0.49) })?.warning).toBeNull();
    expect(plain(judge({ overall, copies: leaning(0.53) })?.warning)).toContain('56.0 % are nearer');
  });

  it('names the column that is furthest off', () => {
    const overall = [figure('shape', 0.01, 0.01)];
    const columns = [column('a', 0.01, 0.02), column('b', 0.06, 0.01)];
    expect(plain(judge({ overall, columns })?.worst)).toBe(
      'Furthest off: b, by 6.0 % (rows never seen: 1.0 %).',
    );
  });
});

describe('describeCopying', () => {
  it('calls for a look when copies are commoner than by chance', () => {
    expect(plain(describeCopying(copies(0.021, 0.0003)))).toMatch(/^Look at this: 2\.1 %/);
    expect(plain(describeCopying(copies(0.02, 0.02)))).toBe(
      '2.0 % of the rows equal a real one; of rows the model never saw, 2.0 % do.',
    );
  });
});

describe('ranking', () => {
  const columns = [column('id', Number.NaN, null), column('a', 0.01, 0.02), column('Bee', 0.06, 0.01)];

  it('puts the furthest off first and sets aside what has no distribution', () => {
    expect(rankColumns(columns).map(({ name }) => name)).toEqual(['Bee', 'a']);
    expect(listUncompared(columns)).toEqual(['id']);
  });

  it('finds by part of the name, and keeps only what is further off than chance', () => {
    const ranked = rankColumns(columns);
    expect(filterColumns(ranked, { text: 'bE', onlyFurther: false })).toHaveLength(1);
    expect(filterColumns(ranked, { text: '', onlyFurther: true }).map(({ name }) => name)).toEqual(['Bee']);
    expect(isFurther(column('c', 0.006, 0.002))).toBe(false);
  });
});
