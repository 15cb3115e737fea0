import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largestShare, shareBounds, shareRows } from '../../../../src/engine/train/pool/share-rows';

const sizes = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 16 }));

it('gives every row to one member, in order', () => {
  fc.assert(
    fc.property(sizes, ([count, members]) => {
      const rows = Uint32Array.from({ length: count }, (_, i) => 3 * i + 1);
      const shares = shareRows(rows, members);
      expect(shares).toHaveLength(members);
      expect(shares.flatMap((share) => [...share])).toEqual([...rows]);
    }),
  );
});

it('makes shares of whole sixteens that differ by one sixteen at most', () => {
  fc.assert(
    fc.property(sizes, ([count, members]) => {
      const bounds = shareBounds(count, members);
      const groups = [...bounds.subarray(1)].map((end, i) => Math.ceil((end - bounds[i]) / 16));
      expect([...bounds.subarray(0, members)].every((bound) => bound % 16 === 0 || bound === count)).toBe(
        true,
      );
      expect(Math.max(...groups) - Math.min(...groups)).toBeLessThanOrEqual(1);
      expect(largestShare(count, members)).toBeLessThanOrEqual(
        16 * Math.ceil(Math.ceil(count / 16) / members),
      );
    }),
  );
});
