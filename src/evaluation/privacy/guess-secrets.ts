import type { NeighbourIndex } from '../neighbours/neighbour-index';
import { visitNear } from '../neighbours/find-neighbours';
import { columnGaps, type PlacedRows } from '../neighbours/row-space';

/**
 * For each row asked about and each column of the index's space: the synthetic row nearest in all other columns, as its
 * number in the index. Rows × columns, categorical ones first, −1 where there is none. One search serves all columns:
 * without its own gap, of 1 at most within the range, a column's nearest row is never further than the widest of the
 * nearest so far and 1 (a row outside the range may be passed over, which costs the attacker a guess).
 */
export async function nearestWithoutEach(
  index: NeighbourIndex,
  asked: PlacedRows,
  afterRows: (rows: number) => Promise<void>,
): Promise<Int32Array> {
  const { space, given } = index;
  const width = space.categorical.length + space.numeric.length;
  const nearest = new Int32Array(asked.count * width).fill(-1);
  const least = new Float64Array(width);
  const gaps = new Float64Array(width);
  const atOnce = 10;
  for (let row = 0; row < asked.count; row++) {
    least.fill(Infinity);
    let limit = Infinity;
    visitNear(index, asked, row, (start, end) => {
      for (let other = start; other < end; other++) {
        const distance = columnGaps(gaps, limit, space, asked, row, index.rows, other);
        if (distance >= limit) continue;
        let widest = 0;
        for (let c = 0; c < width; c++) {
          if (distance - gaps[c] < least[c]) {
            least[c] = distance - gaps[c];
            nearest[row * width + c] = given[other];
          }
          if (least[c] > widest) widest = least[c];
        }
        limit = widest + 1;
      }
      return limit;
    });
    if (row % atOnce === atOnce - 1) await afterRows(atOnce);
  }
  return nearest;
}
