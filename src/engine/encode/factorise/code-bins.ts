import type { CodeColumn } from '../code-table';

/** Lines of more codes than this are looked at in bins. */
const longLine = 33;
const binsPerLine = 20;
/** Of many nominal codes, which come by falling frequency, the rarer ones are looked at together. */
const mostNominal = 60;
/** More bins there never are. */
export const mostBins = mostNominal + 1;

/** A column in few enough bins to be counted against another. */
export interface BinnedCodes {
  readonly bins: Uint8Array;
  /** Rows in each bin. */
  readonly counts: Float64Array;
  /** Number of bins that have any. */
  readonly filled: number;
}

/** The codes of the rows named in bins: long lines in 20, nominal codes in 61 at most. */
export function binCodes({ base, codec }: CodeColumn, rows: Uint32Array): BinnedCodes {
  const { ordered } = codec;
  const isLong = ordered > longLine;
  const bins = Uint8Array.from(rows, (row) => {
    const code = base[row];
    if (!isLong) return Math.min(code, mostNominal);
    return code < ordered ? Math.floor((code * binsPerLine) / ordered) : binsPerLine;
  });
  const counts = new Float64Array(isLong ? binsPerLine + 1 : Math.min(codec.size, mostBins));
  for (const bin of bins) counts[bin]++;
  return { bins, counts, filled: counts.filter((count) => count > 0).length };
}
