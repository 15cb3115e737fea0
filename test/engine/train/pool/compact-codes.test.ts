import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactCodes } from '../../../../src/engine/train/pool/compact-codes';

it('keeps every code, in as few bytes as the largest needs', () => {
  const rows = fc
    .integer({ min: 1, max: 70_000 })
    .chain((most) => fc.array(fc.tuple(fc.nat(most), fc.nat(most)), { minLength: 1 }));
  fc.assert(
    fc.property(rows, (codes) => {
      const [one, other] = [0, 1].map((place) => codes.map((pair) => pair[place]));
      const [{ base, target }] = compactCodes([
        { base: Int32Array.from(one), target: Int32Array.from(other) },
      ]);
      expect([...base]).toEqual(one);
      expect([...target]).toEqual(other);
      const most = Math.max(...one);
      expect(base.BYTES_PER_ELEMENT).toBe(most < 256 ? 1 : most < 65_536 ? 2 : 4);
    }),
  );
});

it('holds targets that are the base codes once', () => {
  const [{ base, target }] = compactCodes([{ base: Int32Array.of(1, 2), target: Int32Array.of(1, 2) }]);
  expect(target).toBe(base);
});
