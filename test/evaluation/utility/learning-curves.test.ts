import { describe, expect, it } from 'vitest';
import { measureCurve } from '../../../src/evaluation/utility/learning-curves';
import { contextOf } from '../make-context';
import { makePeople, without } from './make-people';

function contextFor(synthetic: ReturnType<typeof makePeople>, target = 'bought') {
  const [training, holdout, made] = [makePeople(1000, 1), makePeople(800, 2), synthetic].map((table) =>
    without(table, ...['spent', 'size', 'bought'].filter((name) => name !== target)),
  );
  return contextOf({ training, holdout, synthetic: made }, { target });
}

async function curveOf(answer: ReturnType<typeof measureCurve>) {
  const curve = await answer;
  if (typeof curve === 'string') throw new Error(curve);
  return curve;
}

describe('the mixing curve', () => {
  it('rises with the share of real rows where the synthetic ones teach nothing', async () => {
    const steps: string[] = [];
    const context = contextFor(makePeople(1500, 3, { sense: 0 }));
    const curve = await curveOf(
      measureCurve('mixing', { ...context, onProgress: (_, done, total) => steps.push(`${done}/${total}`) }),
    );
    expect(curve.synthetic.map(({ realRows }) => realRows)).toEqual([0, 100, 250, 500, 1000]);
    expect(curve.synthetic.every(({ syntheticRows }) => syntheticRows === 1000)).toBe(true);
    expect(curve.real.map(({ realRows }) => realRows)).toEqual([100, 250, 500, 1000]);
    const [nothing, , , , all] = curve.synthetic.map(({ score }) => score.value);
    expect(nothing).toBeLessThan(0.6);
    expect(all).toBeGreaterThan(0.75);
    expect(curve.real[3].score.value).toBeGreaterThan(all);
    expect(steps[0]).toBe('0/8700');
    expect(steps).toHaveLength(9);
  });

  it('shows that good synthetic rows help where real ones are few, and is the same each time', async () => {
    const context = contextFor(makePeople(1500, 3));
    const curve = await curveOf(measureCurve('mixing', context));
    expect(curve.synthetic[1].score.value).toBeGreaterThan(curve.real[0].score.value);
    expect(await measureCurve('mixing', context)).toEqual(curve);
  });
});

describe('the rows curve', () => {
  it('goes up to five times the real rows, or to all of the sample', async () => {
    const counts = async (rows: number) =>
      (await curveOf(measureCurve('rows', contextFor(makePeople(rows, 3), 'spent')))).synthetic.map(
        ({ syntheticRows }) => syntheticRows,
      );
    expect(await counts(6000)).toEqual([250, 500, 1000, 2000, 5000]);
    expect(await counts(1700)).toEqual([250, 500, 1000, 1700]);
  });

  it('stands beside models of real rows, which as many good synthetic rows are worth', async () => {
    const { synthetic, real } = await curveOf(measureCurve('rows', contextFor(makePeople(5000, 3))));
    expect(real.map(({ realRows }) => realRows)).toEqual([250, 500, 1000]);
    expect(Math.abs(synthetic[2].score.value - real[2].score.value)).toBeLessThan(0.04);
    expect(synthetic[4].score.value).toBeGreaterThan(synthetic[0].score.value);
    expect(synthetic.every(({ score }) => score.interval !== null)).toBe(true);
  });

  it('says why where nothing can be predicted', async () => {
    expect(await measureCurve('rows', contextFor(makePeople(5, 3)))).toMatch(/\.$/);
  });
});
