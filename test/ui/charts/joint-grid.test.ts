import { describe, expect, it } from 'vitest';
import type { Bins } from '../../../src/engine/analyze/bins';
import type { JointComparison } from '../../../src/evaluation/report';
import { binOfRow, layJoint, markBins } from '../../../src/ui/charts/joint-grid';

const ages: Bins = {
  type: 'numeric',
  kind: 'integer',
  edges: Float64Array.from([0, 10, 20]),
  scale: 'linear',
};
const jobs: Bins = { type: 'category', labels: ['clerk', 'nurse', 'smith'], hasOther: false };

function join(first: Bins, second: Bins, counts: number[]): JointComparison {
  return {
    first: { name: 'first', bins: first },
    second: { name: 'second', bins: second },
    training: Float64Array.from(counts),
    synthetic: Float64Array.from(counts, (count) => 3 * count),
    holdout: null,
    error: { synthetic: 0, holdout: null },
  };
}

describe('layJoint', () => {
  it('puts numbers across and categories up, the first category on top', () => {
    const layout = layJoint(join(ages, jobs, [1, 2, 3, 4, 5, 5]));
    expect(layout.across.name).toBe('first');
    expect(layout.real.columns).toBe(2);
    expect([...layout.real.values]).toEqual([0.05, 0.2, 0.1, 0.25, 0.15, 0.25]);
  });

  it('turns a pair that comes the other way round into the same picture', () => {
    const layout = layJoint(join(jobs, ages, [1, 4, 2, 5, 3, 5]));
    expect(layout.across.name).toBe('second');
    expect([...layout.real.values]).toEqual([0.05, 0.2, 0.1, 0.25, 0.15, 0.25]);
  });

  it('lets numbers grow upwards', () => {
    const layout = layJoint(join(ages, ages, [1, 2, 3, 4]));
    expect([...layout.real.values]).toEqual([0.2, 0.4, 0.1, 0.3]);
    expect(binOfRow(ages, 0)).toBe(1);
    expect(binOfRow(jobs, 0)).toBe(0);
  });

  it('compares shares, so that the number of rows does not matter', () => {
    const layout = layJoint(join(ages, jobs, [1, 2, 3, 4, 5, 5]));
    expect(layout.synthetic.values).toEqual(layout.real.values);
  });
});

describe('markBins', () => {
  it('writes categories where there is room and numbers them where there is none', () => {
    expect(markBins(jobs, 300).marks.map(({ text }) => text)).toEqual(['clerk', 'nurse', 'smith']);
    const narrow = markBins(jobs, 60);
    expect(narrow.numbered).toBe(true);
    expect(narrow.marks.map(({ text }) => text)).toEqual(['1', '2', '3']);
  });

  it('marks edges of numbers at their places', () => {
    expect(markBins(ages, 300).marks).toEqual([
      { at: 0, text: '0' },
      { at: 1, text: '10' },
      { at: 2, text: '20' },
    ]);
  });
});
