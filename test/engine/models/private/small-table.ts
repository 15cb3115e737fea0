import type { CodeSet } from '../../../../src/engine/encode/code-set';
import type { PrivateColumn } from '../../../../src/engine/models/autoregressive/private/private-network';
import type { CodedRows } from '../../../../src/engine/models/autoregressive/private/private-learner';
import type { RandomStream } from '../../../../src/engine/random';

/** Two nominal columns and a line of 12 ranges between them in the order of prediction. */
const codeSets: CodeSet[] = [codeSet(4, 0), codeSet(12, 12), codeSet(3, 0)];

function codeSet(size: number, ordered: number): CodeSet {
  return { size, ordered, isAtom: new Uint8Array(size), missingCode: -1, withheld: [] };
}

export const blindColumns: PrivateColumn[] = codeSets.map((codes) => ({
  codes,
  counts: new Float64Array(codes.size),
}));

/** Rows whose last two columns follow the first. */
export function makeRows(rowCount: number, random: RandomStream): CodedRows {
  const first = Int32Array.from({ length: rowCount }, () => random.int(4));
  const second = first.map((code) => 3 * code + random.int(3));
  const third = first.map((code) => (random.float() < 0.9 ? code % 3 : random.int(3)));
  return { rowCount, columns: [first, second, third].map((codes) => ({ base: codes, target: codes })) };
}
