import { describe, expect, it } from 'vitest';
import { drawTargets } from '../../../src/engine/models/autoregressive/draw-targets';
import { RandomStream } from '../../../src/engine/random';

describe('drawTargets', () => {
  const rows = 40_000;
  const free = { dependencies: [], codesOf: () => new Int32Array() };
  const repeat = (logits: number[]) =>
    Float32Array.from({ length: rows * logits.length }, (_, i) => logits[i % logits.length]);
  const shares = (targets: Int32Array, count: number) =>
    Array.from({ length: count }, (_, target) => targets.filter((drawn) => drawn === target).length / rows);

  it('draws in the proportions of the softmax', () => {
    const logits = [Math.log(0.5), Math.log(0.3), Math.log(0.2)];
    const drawn = drawTargets(
      repeat(logits),
      rows,
      { ...free, targets: 3, withheld: [] },
      new RandomStream(1, 'draw'),
    );
    [0.5, 0.3, 0.2].forEach((share, i) => expect(Math.abs(shares(drawn, 3)[i] - share)).toBeLessThan(0.01));
  });

  it('never draws a withheld target and shares its weight among the others', () => {
    const logits = [0, 5, 0];
    const drawn = drawTargets(
      repeat(logits),
      rows,
      { ...free, targets: 3, withheld: [1] },
      new RandomStream(1, 'draw'),
    );
    const [a, b, c] = shares(drawn, 3);
    expect(b).toBe(0);
    expect(Math.abs(a - c)).toBeLessThan(0.02);
  });

  it('draws only what goes with the code of a column it depends on', () => {
    const codes = Int32Array.from({ length: rows }, (_, row) => row % 2);
    const dependency = { source: 0, sourceGroups: Int32Array.of(0, 1), ownGroups: Int32Array.of(0, 1, 1) };
    const rules = { targets: 3, withheld: [], dependencies: [dependency], codesOf: () => codes };
    const drawn = drawTargets(repeat([0, 1, 1]), rows, rules, new RandomStream(1, 'draw'));
    expect(drawn.every((target, row) => (codes[row] === 0 ? target === 0 : target > 0))).toBe(true);
  });
});
