/** Run by Node with `--disallow-code-generation-from-strings`: says whether that holds, and what came through Arrow. */
import { tableToIPC } from 'apache-arrow';
import { readArrow, toArrowTable } from '../../../src/io/arrow/to-arrow';
import type { Table } from '../../../src/engine/table';

function isCodeRefused(): boolean {
  try {
    Reflect.construct(Function, ['return 1']);
    return false;
  } catch {
    return true;
  }
}

const table: Table = {
  rowCount: 3,
  columns: [
    { storage: 'text', name: 'a', codes: Int32Array.of(0, 1, 0), dictionary: ['x', 'y'] },
    {
      storage: 'number',
      name: 'b',
      values: Float64Array.of(1, NaN, 3),
      tokenCodes: Uint8Array.of(0, 1, 0),
      tokens: [''],
      format: { minFractionDigits: 0, maxFractionDigits: 0, decimalSeparator: '.' },
    },
  ],
};

const { rowCount, columns } = readArrow(tableToIPC(toArrowTable(table), 'file'));
process.stdout.write(
  JSON.stringify({ isCodeRefused: isCodeRefused(), rowCount, names: columns.map(({ name }) => name) }),
);
