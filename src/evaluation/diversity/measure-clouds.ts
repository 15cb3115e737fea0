import type { MeasureContext } from '../measure-context';
import { makeRowSpace, sliceRows } from '../neighbours/row-space';
import { placeSample, type ColumnParts } from '../privacy/column-parts';
import { diversityWords } from './words';
import { ballNeighbours, type CloudFigures, compareClouds } from './compare-clouds';

/** Clouds of rows beside as many training rows each. */
export interface MeasuredClouds {
  readonly synthetic: CloudFigures;
  readonly holdout: CloudFigures | null;
  /** What fresh real rows come to by themselves: it follows from rows being exchangeable. */
  readonly fresh: Readonly<Record<keyof CloudFigures, number>>;
  /** Rows of either cloud that were looked at. */
  readonly rows: { readonly synthetic: number; readonly holdout: number };
}

const freshRows: MeasuredClouds['fresh'] = {
  alphaPrecision: 1,
  betaRecall: 0.5,
  density: 1,
  coverage: 1 - 2 ** -ballNeighbours,
};

const mostRows = 10_000;
const fewestRows = 500;
/** Cells of either cloud, at most: in wide tables a search can pass over little. */
const mostCells = { standard: 150_000, full: 500_000 };

/** As many random rows of each table as there are of the smaller, 10,000 at most; fewer in wide tables. */
export async function measureClouds(context: MeasureContext, parts: ColumnParts): Promise<MeasuredClouds> {
  const { rows } = context.tables;
  const affordable = Math.floor(mostCells[context.effort] / parts.training.length);
  const most = Math.min(mostRows, Math.max(fewestRows, affordable), rows.training);
  const space = makeRowSpace(parts.training, 'squared euclidean');
  const sample = (columns: ColumnParts['training'], count: number, name: string) =>
    placeSample(space, columns, count, most, context.random(name)).placed;
  const training = sample(parts.training, rows.training, 'training');
  const synthetic = sample(parts.synthetic, rows.synthetic, 'synthetic');
  const holdout = parts.holdout && sample(parts.holdout, rows.holdout, 'holdout');
  const total = 2 * (synthetic.count + (holdout?.count ?? 0));
  let done = 0;
  const compare = (other: typeof synthetic) =>
    compareClouds(space, sliceRows(training, 0, other.count), other, (searched) => {
      context.onProgress(diversityWords().comparing, (done += searched), total);
      return context.yieldControl();
    });
  return {
    synthetic: await compare(synthetic),
    holdout: holdout && (await compare(holdout)),
    fresh: freshRows,
    rows: { synthetic: synthetic.count, holdout: holdout?.count ?? 0 },
  };
}
