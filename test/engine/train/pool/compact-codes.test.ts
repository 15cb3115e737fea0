import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactCodes } from '../../../../src/engine/train/pool/compact-codes';

it('keeps every code, in as few bytes as the largest needs', () => {
  const codes = fc.integer({ min: 1, max: 70_000 }).chain((most) => fc.array(fc.nat(most), { minLength: 1 }));
  fc.assert(
    fc.property(codes, codes, (one, other) => {
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
