import { describe, expect, it } from 'vitest';
import { encodeTable } from '../../../../src/engine/encode/encode-table';
import { Tilts } from '../../../../src/engine/generate/given/tilts';
import { RandomStream } from '../../../../src/engine/random';
import { tableOf, texts } from '../../typed-columns';

const rows = 4000;
const random = new RandomStream(1, 'cells');
const cells = Array.from({ length: rows }, () => 'abcd'[random.int(4)]);
const encoded = encodeTable(tableOf(texts('c', cells)), { minCategoryRows: 5 }, random);
const codes = encoded.columns[0].base;
const even = new Float64Array(rows).fill(1);

function improve(weights: Float64Array, effectiveRows: number): Float64Array | null {
  const sample = { targets: new Map([[0, codes]]), weights, tiltedWeights: even, effectiveRows };
  return Tilts.none(encoded, [0]).improvedBy(sample).factorsOf(0);
}

describe('Tilts', () => {
  it('favour each target by how much likelier it is under the conditions', () => {
    const weightOf = [4, 2, 1, 1];
    const factors = improve(
      Float64Array.from(codes, (code) => weightOf[code]),
      rows,
    ) as Float64Array;
    factors.forEach((factor, code) => expect(Math.abs(factor - weightOf[code] / 2)).toBeLessThan(0.1));
  });

  it('favour nothing for a difference that chance alone makes', () => {
    const weights = Float64Array.from(codes, () => random.float());
    expect(improve(weights, rows / 2)).toBeNull();
    expect(Tilts.none(encoded, [0]).factorsOf(0)).toBeNull();
  });

  it('go no further than so few effective rows can tell', () => {
    const weights = Float64Array.from(codes, (code) => Number(code === 0));
    const factors = improve(weights, 20) as Float64Array;
    expect(factors[0]).toBeGreaterThan(1.5);
    expect(factors[0]).toBeLessThan(4);
    for (const factor of factors.slice(1)) expect(factor).toBeGreaterThan(0.1);
  });
});
