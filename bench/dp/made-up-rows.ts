import type { CodeSet } from '../../src/engine/encode/code-set';
import type { CodedRows } from '../../src/engine/models/autoregressive/private/private-learner';
import type { PrivateColumn } from '../../src/engine/models/autoregressive/private/private-network';
import { RandomStream } from '../../src/engine/random';

/** Codes per column as private cells make them of a census table: numbers in 32 cells, and categories. */
const lines = [32, 32, 16, 24, 24, 32];
const names = [9, 16, 7, 15, 6, 5, 2, 42, 2];
export const columns: readonly PrivateColumn[] = [...lines, ...names].map((size, index) => ({
  codes: {
    size,
    ordered: index < lines.length ? size : 0,
    isAtom: new Uint8Array(size),
    missingCode: -1,
    withheld: [],
  } satisfies CodeSet,
  counts: new Float64Array(size),
}));

/** Few codes first. */
export const order = columns
  .map((_, index) => index)
  .sort((a, b) => columns[a].codes.size - columns[b].codes.size);

/** Rows made of random numbers alone, whose columns all follow one hidden number. */
export function makeRows(rowCount: number, seed: number): CodedRows {
  const random = new RandomStream(seed, 'made-up rows');
  const hidden = Float64Array.from({ length: rowCount }, () => random.normal());
  return {
    rowCount,
    columns: columns.map(({ codes: { size } }) => {
      const loading = 0.3 + 0.6 * random.float();
      const codes = Int32Array.from(hidden, (score) => {
        const own = loading * score + Math.sqrt(1 - loading ** 2) * random.normal();
        return Math.min(size - 1, Math.floor(size / (1 + Math.exp(-1.7 * own))));
      });
      return { base: codes, target: codes };
    }),
  };
}
