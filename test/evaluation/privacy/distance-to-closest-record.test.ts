import { describe, expect, it } from 'vitest';
import type { Neighbours } from '../../../src/evaluation/neighbours/find-neighbours';
import { closerToTrainingShare } from '../../../src/evaluation/privacy/distance-to-closest-record';
import { wilsonInterval } from '../../../src/evaluation/privacy/wilson-interval';

function nearest(distances: readonly number[], rows = distances.map((_, row) => row)): Neighbours {
  return { k: 1, distances: Float64Array.from(distances), rows: Int32Array.from(rows) };
}

const repeat = (rows: number, of: (row: number) => number) =>
  Array.from({ length: rows }, (_, row) => of(row));

describe('closerToTrainingShare', () => {
  it('counts closer rows whole, ties half and the others not', () => {
    const toTraining = nearest([0, 1, 2, 3]);
    const toHoldout = nearest([1, 1 + 1e-9, 2.5, 1]);
    expect(closerToTrainingShare([toTraining], toHoldout).share).toBe(2.5 / 4);
  });

  it('is the mean over the groups of training rows', () => {
    const toHoldout = nearest([1, 1, 1, 1]);
    expect(closerToTrainingShare([nearest([0, 0, 2, 2]), nearest([0, 2, 2, 2])], toHoldout).share).toBe(
      0.375,
    );
  });

  it('has Wilson’s interval where no two rows share their nearest real row', () => {
    const { low, high } = closerToTrainingShare(
      [nearest(repeat(200, () => 1))],
      nearest(repeat(200, (row) => (row % 4 === 0 ? 2 : 0.5))),
    );
    expect({ low, high }).toEqual(wilsonInterval(50, 200));
  });

  it('has a wider one where they do: ten rows at one real row count as one', () => {
    const shared = repeat(200, (row) => Math.floor(row / 10));
    const { low, high } = closerToTrainingShare(
      [
        nearest(
          repeat(200, () => 1),
          shared,
        ),
      ],
      nearest(
        repeat(200, (row) => (Math.floor(row / 10) % 4 === 0 ? 2 : 0.5)),
        shared,
      ),
    );
    expect({ low, high }).toEqual(wilsonInterval(5, 20));
  });

  it('says nothing where no row was looked at', () => {
    expect(closerToTrainingShare([nearest([])], nearest([]))).toEqual({ share: 0.5, low: 0, high: 1 });
  });
});
