import type { MeasureContext } from '../measure-context';
import { indexNeighbours, type NeighbourIndex } from '../neighbours/neighbour-index';
import { makeRowSpace, type RowSpace } from '../neighbours/row-space';
import { type ColumnParts, placeSample, splitColumns } from './column-parts';
import { affordableRows, searchSizes, type SearchSizes } from './search-sizes';

/** Synthetic rows as an attacker searches them, on all comparable columns. */
export interface SyntheticIndex {
  readonly parts: ColumnParts;
  readonly space: RowSpace;
  readonly index: NeighbourIndex;
  /** Numbers of the synthetic rows indexed, by the index's own numbers. */
  readonly rows: Uint32Array;
  readonly sizes: SearchSizes;
}

/** Made once for all sections. Null where no column can be compared, or a table has no rows. */
export function indexSynthetic(context: MeasureContext): Promise<SyntheticIndex | null> {
  const { tables, effort } = context;
  return context.once('synthetic rows by their neighbours', async (random) => {
    const parts = splitColumns(tables);
    const { training, synthetic } = tables.rows;
    if (parts.training.length === 0 || training === 0 || synthetic === 0) return null;
    const space = makeRowSpace(parts.training);
    const sizes = searchSizes(parts.training.length, effort, synthetic);
    const { rows, placed } = placeSample(space, parts.synthetic, synthetic, sizes.known, random('synthetic'));
    await context.yieldControl();
    const index = await indexNeighbours(space, placed, () => context.yieldControl());
    const tried = placeSample(space, parts.training, training, sizes.asked, random('training'));
    await context.yieldControl();
    const asked = affordableRows([index], tried.placed, effort);
    return { parts, space, index, rows, sizes: { ...sizes, asked } };
  });
}
