import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodePoints } from '../../../../src/engine/encode/factorise/code-points';
import { partitionCodes } from '../../../../src/engine/encode/factorise/partition';
import { RandomStream } from '../../../../src/engine/random';

function pointsOf(
  count: number,
  dimensions: number,
  place: (code: number, axis: number) => number,
): CodePoints {
  return {
    dimensions,
    coordinates: Float64Array.from({ length: count * dimensions }, (_, i) =>
      place(Math.floor(i / dimensions), i % dimensions),
    ),
    weights: new Float64Array(count).fill(10),
  };
}

describe('partitionCodes', () => {
  it('puts every code into one group, none of them larger than allowed', () => {
    const anyPoints = fc.record({
      count: fc.integer({ min: 1, max: 300 }),
      dimensions: fc.integer({ min: 0, max: 4 }),
      groups: fc.integer({ min: 1, max: 40 }),
      mostMembers: fc.integer({ min: 1, max: 60 }),
      seed: fc.integer({ min: 0 }),
      isLumped: fc.boolean(),
    });
    fc.assert(
      fc.property(anyPoints, ({ count, dimensions, groups, mostMembers, seed, isLumped }) => {
        const random = new RandomStream(seed, 'points');
        const points = pointsOf(count, dimensions, () => (isLumped ? random.int(2) : random.normal()));
        const parts = partitionCodes(points, { groups, mostMembers });
        const all = parts.flatMap((codes) => [...codes]).sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: count }, (_, code) => code));
        for (const codes of parts) expect(codes.length).toBeLessThanOrEqual(mostMembers);
        for (const codes of parts) expect(codes.length).toBeGreaterThan(0);
      }),
    );
  });

  it('puts codes that lie together into one group', () => {
    const random = new RandomStream(2, 'points');
    const points = pointsOf(
      120,
      2,
      (code, axis) => (axis === 0 ? 16 : 9) * ((code >> axis) & 1) + random.normal(),
    );
    const parts = partitionCodes(points, { groups: 4, mostMembers: 60 });
    expect(parts).toHaveLength(4);
    for (const codes of parts) expect(new Set(codes.map((code) => code & 3)).size).toBe(1);
  });

  it('gives a frequent code that is unlike the others a group of its own', () => {
    const points = pointsOf(50, 1, (code) => (code === 7 ? 3 : code / 100));
    points.weights[7] = 5_000;
    const parts = partitionCodes(points, { groups: 2, mostMembers: 50 });
    expect(parts.map((codes) => [...codes])).toContainEqual([7]);
  });

  it('orders the members of all groups along one direction of likeness', () => {
    const random = new RandomStream(3, 'points');
    const points = pointsOf(200, 2, (code, axis) => (axis === 0 ? 100 * (code % 4) : random.normal()));
    for (const codes of partitionCodes(points, { groups: 4, mostMembers: 80 })) {
      const places = Array.from(codes, (code) => points.coordinates[2 * code + 1]);
      const rising = [...places].sort((a, b) => a - b);
      expect([rising, rising.toReversed()]).toContainEqual(places);
    }
  });
});
