import { describe, expect, it } from 'vitest';
import type { CodeColumn, CodeTable } from '../../../../src/engine/encode/code-table';
import { placeCodes } from '../../../../src/engine/encode/factorise/correspondence';
import { findInformativeColumns } from '../../../../src/engine/encode/factorise/informative-columns';
import { RandomStream } from '../../../../src/engine/random';

const rows = 20_000;
const count = 1_000;

function columnOf(base: Int32Array, size: number): CodeColumn {
  const codec = { size, ordered: 0, isAtom: new Uint8Array(size).fill(1), missingCode: -1, withheld: [] };
  return { codec, base, target: base, references: 0 };
}

function tableOf(...columns: CodeColumn[]): CodeTable {
  return { rowCount: rows, columns, order: columns.map((_, index) => index) };
}

const random = new RandomStream(1, 'table');
const category = Int32Array.from({ length: rows }, () => random.int(count));
/** Depends on the category's remainder by 3. */
const kind = category.map((code) => (random.float() < 0.7 ? code % 3 : random.int(3)));
const noise = Int32Array.from({ length: rows }, () => random.int(40));

describe('findInformativeColumns', () => {
  it('finds what goes with the categories, and not what chance gives with few rows to each', () => {
    const table = tableOf(columnOf(category, count), columnOf(noise, 40), columnOf(kind, 3));
    const { neighbours } = findInformativeColumns(table, 0);
    expect(neighbours.map(({ counts }) => counts.length)).toEqual([3]);
  });
});

describe('placeCodes', () => {
  it('puts categories that go with the same values close together', () => {
    const table = tableOf(columnOf(category, count), columnOf(kind, 3));
    const { dimensions, coordinates } = placeCodes(findInformativeColumns(table, 0));
    expect(dimensions).toBe(2);
    const distance = (a: number, b: number) =>
      Math.hypot(coordinates[2 * a] - coordinates[2 * b], coordinates[2 * a + 1] - coordinates[2 * b + 1]);
    let nearer = 0;
    for (let code = 0; code + 6 < count; code++)
      nearer += Number(distance(code, code + 3) < distance(code, code + 4));
    expect(nearer / count).toBeGreaterThan(0.9);
  });

  it('has the principal coordinates of correspondence analysis where rows are many', () => {
    // Two categories, two values: the only axis has the inertia φ² = 0.36, at distances ±0.6 from the middle.
    const own = Int32Array.from({ length: 200_000 }, (_, row) => row % 2);
    const other = own.map((code, row) => (row % 20 < 16 ? code : 1 - code));
    const table = { ...tableOf(columnOf(own, 2), columnOf(other, 2)), rowCount: own.length };
    const { dimensions, coordinates } = placeCodes(findInformativeColumns(table, 0));
    expect(dimensions).toBe(1);
    expect(Math.abs(coordinates[0])).toBeCloseTo(0.6, 3);
    expect(coordinates[0] + coordinates[1]).toBeCloseTo(0, 3);
  });

  it('draws categories of few rows towards the middle', () => {
    const own = Int32Array.from({ length: rows }, (_, row) => (row < 4 ? 2 : row % 2));
    const other = own.map((code, row) => (code === 2 ? 0 : row % 20 < 16 ? code : 1 - code));
    const table = tableOf(columnOf(own, 3), columnOf(other, 2));
    const { coordinates } = placeCodes(findInformativeColumns(table, 0));
    // As it stands its profile is the farthest from the middle: all four rows hold the same value.
    expect(Math.abs(coordinates[2])).toBeLessThan(1);
    expect(Math.abs(coordinates[2])).toBeGreaterThan(0);
  });

  it('has no dimensions where nothing goes with the categories', () => {
    const table = tableOf(columnOf(category, count), columnOf(noise, 40));
    expect(placeCodes(findInformativeColumns(table, 0)).dimensions).toBe(0);
  });
});
