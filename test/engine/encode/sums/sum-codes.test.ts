import { describe, expect, it } from 'vitest';
import { encodeTable } from '../../../../src/engine/encode/encode-table';
import { NumericCodec } from '../../../../src/engine/encode/numeric';
import { TableDecoder } from '../../../../src/engine/generate/table-decoder';
import { RandomStream } from '../../../../src/engine/random';
import { numbers, tableOf, valuesOf } from '../../typed-columns';

const rows = 6000;

function makeBills(digits: number) {
  const random = new RandomStream(2, 'bills');
  const scale = 10 ** digits;
  const amount = (middle: number) =>
    Array.from({ length: rows }, () => Math.round(scale * Math.exp(middle + random.normal())) / scale);
  const [net, tax] = [amount(6), amount(4)];
  const gross = net.map((value, row) => Math.round(scale * (value + tax[row])) / scale);
  return tableOf(numbers('net', net, digits), numbers('tax', tax, digits), numbers('gross', gross, digits));
}

describe('sum codes', () => {
  it.each([0, 2])('bring a table of sums with %i decimals back to the cell where it adds up', (digits) => {
    const table = makeBills(digits);
    const encoded = encodeTable(table, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
    const decided = encoded.columns.find(({ sum }) => sum !== null);
    expect(decided?.sum?.terms).toHaveLength(2);
    const chunk = new TableDecoder(encoded, new Map(), 3).chunk(rows);
    for (const index of encoded.order) {
      const { codec, target, base } = encoded.columns[index];
      const decoded = chunk.accept({ index }, target);
      if (codec instanceof NumericCodec && encoded.columns[index].sum === null) expect(decoded).toEqual(base);
    }
    const [net, tax, gross] = chunk.table().columns.map((column) => valuesOf(column));
    const isOff = (row: number) => Math.abs(net[row] + tax[row] - gross[row]) > 0.5 * 10 ** -digits;
    const off = [...net.keys()].filter(isOff).length;
    expect(off / rows).toBeLessThan(0.02);
  });

  it('come after the terms in the order of prediction, and are counted among the targets', () => {
    const { columns, order } = encodeTable(
      makeBills(0),
      { minCategoryRows: 5 },
      new RandomStream(1, 'encode'),
    );
    const index = columns.findIndex(({ sum }) => sum !== null);
    const { codec, references, target, sum } = columns[index];
    expect(references).toBe(sum?.rest.ordered);
    expect(Math.max(...target)).toBeLessThan(codec.size + references);
    expect(order[2]).toBe(index);
  });
});
