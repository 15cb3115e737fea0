import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawRestricted } from '../../../src/engine/models/autoregressive/draw-restricted';
import type { Restriction, RowWeights } from '../../../src/engine/models/evidence';
import { RandomStream } from '../../../src/engine/random';

const rows = 40_000;
const free = { dependencies: [], codesOf: () => new Int32Array(), withheld: [] };

function weightsFor(count: number, tilted: number): RowWeights {
  return {
    logMass: new Float64Array(count),
    logTilt: new Float64Array(count),
    isTilted: new Uint8Array(count).fill(tilted),
  };
}

function draw(shares: readonly number[], restriction: Restriction, tilted = 0, count = rows) {
  const weights = weightsFor(count, tilted);
  const logits = Float32Array.from({ length: count * shares.length }, (_, i) =>
    Math.log(shares[i % shares.length]),
  );
  const rules = { ...free, targets: shares.length };
  const targets = drawRestricted(logits, count, rules, restriction, weights, new RandomStream(1, 'draw'));
  return { targets, weights };
}

const sharesIn = (targets: Int32Array, count: number) =>
  Array.from({ length: count }, (_, target) => targets.filter((drawn) => drawn === target).length / rows);

const allow = (...shares: number[]): Restriction => ({
  sharesOf: () => Float64Array.from(shares),
  tilt: null,
});

describe('drawRestricted', () => {
  it('draws what is allowed in its proportions and weighs each row by the probability left', () => {
    const { targets, weights } = draw([0.5, 0.3, 0.2], allow(0, 1, 0.5));
    const [a, b, c] = sharesIn(targets, 3);
    expect(a).toBe(0);
    expect(Math.abs(b - 0.75)).toBeLessThan(0.01);
    expect(Math.abs(c - 0.25)).toBeLessThan(0.01);
    expect(weights.logMass.every((log) => Math.abs(Math.exp(log) - 0.4) < 1e-6)).toBe(true);
  });

  it('gives a row with nothing left the weight 0', () => {
    const { weights } = draw([0.5, 0.5], allow(0, 0), 1, 10);
    expect(weights.logMass.every((log) => log === Number.NEGATIVE_INFINITY)).toBe(true);
  });

  it('counts only what withheld targets and dependencies leave as the whole', () => {
    const weights = weightsFor(2, 0);
    const dependency = { source: 7, sourceGroups: Int32Array.of(0, 1), ownGroups: Int32Array.of(0, 0, 1, 1) };
    const rules = {
      targets: 4,
      withheld: [3],
      dependencies: [dependency],
      codesOf: () => Int32Array.of(0, 1),
    };
    drawRestricted(new Float32Array(8), 2, rules, allow(1, 0, 1, 1), weights, new RandomStream(1, 'draw'));
    expect([...weights.logMass].map(Math.exp)).toEqual([0.5, 1]);
  });

  it('draws tilted rows as often as the tilt says, and its weights undo it', () => {
    const tilt = Float64Array.of(1, 4, 1);
    const restriction = { ...allow(1, 1, 1), tilt };
    const { targets, weights } = draw([0.5, 0.3, 0.2], restriction, 1);
    const total = 0.5 + 1.2 + 0.2;
    [0.5, 1.2, 0.2].forEach((share, i) =>
      expect(Math.abs(sharesIn(targets, 3)[i] - share / total)).toBeLessThan(0.01),
    );
    const undone = [0, 0, 0];
    targets.forEach((target, row) => (undone[target] += Math.exp(-weights.logTilt[row]) / rows));
    [0.5, 0.3, 0.2].forEach((share, i) => expect(Math.abs(undone[i] - share)).toBeLessThan(0.015));
  });

  it('notes the tilt of a plain row without following it', () => {
    const restriction = { ...allow(1, 1), tilt: Float64Array.of(1, 3) };
    const { targets, weights } = draw([0.5, 0.5], restriction, 0);
    expect(Math.abs(sharesIn(targets, 2)[1] - 0.5)).toBeLessThan(0.01);
    targets.forEach((target, row) =>
      expect(Math.exp(weights.logTilt[row])).toBeCloseTo(target === 1 ? 1.5 : 0.5, 10),
    );
  });

  it('never draws a target without a share while any has one, tilted or not', () => {
    // A share so small that its product with a probability is 0 is none.
    const share = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1, noNaN: true }));
    const shares = fc.array(share, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 1 }), fc.nat(), (allowed, tilted, seed) => {
        const count = allowed.length;
        const weights = weightsFor(50, tilted);
        const random = new RandomStream(seed, 'case');
        const logits = Float32Array.from({ length: 50 * count }, () => 6 * random.normal());
        const tilt = Float64Array.from(allowed, () => Math.exp(random.normal()));
        const targets = drawRestricted(
          logits,
          50,
          { ...free, targets: count },
          { ...allow(...allowed), tilt },
          weights,
          random,
        );
        return targets.every(
          (target, row) => allowed[target] > 0 || weights.logMass[row] === Number.NEGATIVE_INFINITY,
        );
      }),
    );
  });
});
