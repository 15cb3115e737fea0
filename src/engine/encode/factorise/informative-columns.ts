import { RandomStream, permutation } from '../../random';
import type { CodeTable } from '../code-table';
import { type BinnedCodes, binCodes } from './code-bins';
import { spacedRows } from '../spaced-rows';
import { groupRowsByCode, type RowsByCode } from './rows-by-code';

/** Columns that share less with the column than this, beyond chance, say nothing of its categories, nats. */
const leastInformation = 0.02;
const mostInformative = 8;
/** Of very wide tables fewer rows are looked at: about so many cells. */
const cellsLookedAt = 2e8;
const fewestRows = 20_000;

/** Other columns in bins, all of the same rows. */
export interface Neighbourhood {
  readonly rowCount: number;
  readonly rowsByCode: RowsByCode;
  readonly neighbours: readonly BinnedCodes[];
}

/**
 * The other columns that tell most of a column with many codes, eight at most: by mutual information, less that with the
 * same column in random order (with few rows to a code chance alone gives much).
 */
export function findInformativeColumns(table: CodeTable, index: number): Neighbourhood {
  const others = table.order.filter((other) => other !== index && table.columns[other].codec.size > 1);
  const affordable = Math.max(fewestRows, Math.floor(cellsLookedAt / Math.max(1, others.length)));
  const rows = spacedRows(table.rowCount, affordable);
  const rowCount = rows.length;
  const { base, codec } = table.columns[index];
  const rowsByCode = groupRowsByCode(
    Int32Array.from(rows, (row) => base[row]),
    codec.size,
  );
  const shuffled = permutation(rowCount, new RandomStream(index, 'information by chance'));
  const inOrder = Uint32Array.from({ length: rowCount }, (_, row) => row);
  const neighbours = others
    .map((other) => {
      const binned = binCodes(table.columns[other], rows);
      const information =
        jointInformation(rowsByCode, binned, inOrder) - jointInformation(rowsByCode, binned, shuffled);
      return { binned, information };
    })
    .filter(({ information }) => information > leastInformation)
    .sort((a, b) => b.information - a.information)
    .slice(0, mostInformative)
    .map(({ binned }) => binned);
  return { rowCount, rowsByCode, neighbours };
}

/** Mutual information of codes and bins in nats, but for a term that does not depend on how rows are paired. */
function jointInformation(
  { starts, rows }: RowsByCode,
  { bins, counts }: BinnedCodes,
  pairing: Uint32Array,
): number {
  const own = new Float64Array(counts.length);
  let sum = 0;
  for (let code = 0; code + 1 < starts.length; code++) {
    for (let i = starts[code]; i < starts[code + 1]; i++) {
      const bin = bins[pairing[rows[i]]];
      // The sum of count · log(count), kept up to date row by row.
      const count = ++own[bin];
      sum += count * Math.log(count) - (count > 1 ? (count - 1) * Math.log(count - 1) : 0);
    }
    for (let i = starts[code]; i < starts[code + 1]; i++) own[bins[pairing[rows[i]]]] = 0;
  }
  return sum / rows.length;
}
