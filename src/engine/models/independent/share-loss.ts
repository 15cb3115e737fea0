import type { EncodedTable } from '../../encode/encode-table';
import { variedColumns } from '../code-counts';

/**
 * Mean negative log-likelihood of rows under independent columns, nats per row: the sum over columns of −log of the
 * code's share among the fitted rows, half a row added to each code (Krichevsky & Trofimov 1981), so that a code not
 * met there costs much and not without end. Withheld codes count, as they do for the network; copies count as the
 * codes of their values.
 */
export function shareLoss(encoded: EncodedTable, fit: Uint32Array, validation: Uint32Array): number {
  let sum = 0;
  for (const index of variedColumns(encoded)) {
    const { base, codec } = encoded.columns[index];
    const counts = new Float64Array(codec.size).fill(0.5);
    for (const row of fit) counts[base[row]]++;
    const logTotal = Math.log(fit.length + 0.5 * codec.size);
    for (const row of validation) sum += logTotal - Math.log(counts[base[row]]);
  }
  return sum / validation.length;
}
