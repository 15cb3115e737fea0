import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeSet } from '../../../../src/engine/encode/code-set';
import { createFactor, splitColumn } from '../../../../src/engine/encode/factorise/factor';
import { RandomStream } from '../../../../src/engine/random';

/** Codes 0 … released−1, then the rare one and the missing one where there are any. */
function codeSet(released: number, hasRare: boolean, hasMissing: boolean): CodeSet {
  const size = released + Number(hasRare) + Number(hasMissing);
  return {
    size,
    ordered: 0,
    isAtom: new Uint8Array(size).fill(1),
    missingCode: hasMissing ? size - 1 : -1,
    withheld: hasRare ? [released] : [],
  };
}

/** The codes 0 … count−1 in groups at random, none of them empty. */
function partAtRandom(count: number, seed: number): Int32Array[] {
  const random = new RandomStream(seed, 'parts');
  const parts: number[][] = Array.from({ length: 1 + random.int(count) }, () => []);
  const shuffled = random.shuffle(Int32Array.from({ length: count }, (_, code) => code));
  shuffled.forEach((code, i) => parts[i < parts.length ? i : random.int(parts.length)].push(code));
  return parts.map((codes) => Int32Array.from(codes));
}

describe('createFactor', () => {
  const anyCodes = fc.record({
    released: fc.integer({ min: 1, max: 500 }),
    hasRare: fc.boolean(),
    hasMissing: fc.boolean(),
    seed: fc.integer({ min: 0 }),
  });

  it('gives every code a group and a member, and the pair back the code', () => {
    fc.assert(
      fc.property(anyCodes, ({ released, hasRare, hasMissing, seed }) => {
        const codec = codeSet(released, hasRare, hasMissing);
        const factor = createFactor(codec, partAtRandom(released, seed));
        const { groups, members, groupOf, memberOf, codesOf } = factor;
        const back = groupOf.map((group, code) => codesOf[group][memberOf[code]]);
        expect(back).toEqual(Int32Array.from({ length: codec.size }, (_, code) => code));
        expect(Math.max(...groupOf)).toBe(groups.size - 1);
        expect(Math.max(...memberOf)).toBe(members.size - 1);
        const seen = new Set(groupOf.map((group, code) => group * members.size + memberOf[code]));
        expect(seen.size).toBe(codec.size);
      }),
    );
  });

  it('gives the rare and the missing code groups of their own, withheld and missing as they were', () => {
    fc.assert(
      fc.property(anyCodes, ({ released, hasRare, hasMissing, seed }) => {
        const codec = codeSet(released, hasRare, hasMissing);
        const { groups, groupOf, codesOf } = createFactor(codec, partAtRandom(released, seed));
        expect(groups.withheld).toEqual(codec.withheld.map((code) => groupOf[code]));
        for (const group of groups.withheld) expect(codesOf[group]).toHaveLength(1);
        expect(groups.missingCode).toBe(hasMissing ? groupOf[codec.missingCode] : -1);
        if (hasMissing) expect(codesOf[groups.missingCode]).toHaveLength(1);
        expect(groups.ordered).toBe(groups.size - Number(hasRare) - Number(hasMissing));
      }),
    );
  });

  it('splits a column into two that say the same', () => {
    const codec = codeSet(40, true, true);
    const factor = createFactor(codec, partAtRandom(40, 3));
    const base = Int32Array.from({ length: 200 }, (_, row) => row % codec.size);
    const [groups, members] = splitColumn({ codec, base, target: base, references: 0 }, factor);
    base.forEach((code, row) => expect(factor.codesOf[groups.base[row]][members.base[row]]).toBe(code));
    expect(groups.target).toEqual(groups.base);
  });
});
