import { describe, expect, it } from 'vitest';
import { makeCensus } from '../../bench/training/made-up-census';
import { operationsPerRow } from '../../bench/training/operations';
import type { CodeSet } from '../../src/engine/encode/code-set';
import { planNetwork, type PlanColumn } from '../../src/engine/models/autoregressive/plan';

function column(size: number, ordered: number, related: number[]): PlanColumn {
  const codes: CodeSet = {
    size,
    ordered,
    isAtom: new Uint8Array(size).fill(ordered > 0 ? 0 : 1),
    missingCode: -1,
    withheld: [],
  };
  return { codes, copies: 0, frequent: [], related, dependencies: [] };
}

describe('the operations of a training step', () => {
  it('are those of its products, counted by hand', () => {
    const options = { hidden: 10, blocks: 1, dropout: 0, weightDecay: 0 };
    const plain = planNetwork([column(3, 0, []), column(4, 0, [])], [0, 1], options);
    // Inputs 7 × 10 twice; the block 10 × 10 and the outputs 10 × 7 three times; two operations each.
    expect(operationsPerRow(plain)).toBe(2 * (2 * 70 + 3 * (100 + 70)));

    const linked = planNetwork([column(3, 0, []), column(4, 0, [0])], [0, 1], options);
    expect(operationsPerRow(linked) - operationsPerRow(plain)).toBe(2 * 2 * (3 * 4));
  });

  it('count a line by its bases and not by its codes alone', () => {
    const options = { hidden: 10, blocks: 0, dropout: 0, weightDecay: 0 };
    const line = planNetwork([column(100, 100, [])], [0], options);
    const outputs = 3 + 5 + 9 + 17 + 33 + 65;
    expect(operationsPerRow(line)).toBe(2 * (2 * 42 * 10 + 3 * 10 * outputs + 2 * 100 * outputs));
  });
});

describe('the made-up table', () => {
  it('is the same for the same seed, and has the shape it is named for', () => {
    const table = makeCensus(2000, 1);
    expect(makeCensus(2000, 1)).toEqual(table);
    expect(table.columns).toHaveLength(15);
    expect(table.columns.filter(({ type }) => type === 'numeric')).toHaveLength(6);
    const [gains] = table.columns.slice(3);
    const zeros = gains.type === 'numeric' ? gains.values.filter((value) => value === 0).length : 0;
    expect(zeros / 2000).toBeGreaterThan(0.9);
  });
});
