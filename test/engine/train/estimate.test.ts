import { describe, expect, it } from 'vitest';
import type { ColumnKind, ColumnRole } from '../../../src/engine/schema';
import { plainIntegerFormat } from '../../../src/engine/table';
import { estimateTraining, type SizedColumn } from '../../../src/engine/train/estimate';
import { defaultTrainingSettings } from '../../../src/engine/train/types';

function column(
  kind: ColumnKind,
  distinctCount: number,
  role: ColumnRole = 'keep',
  rowCount = 10_000,
): SizedColumn {
  const schema = {
    name: kind,
    kind,
    role,
    missingTokens: [],
    numberFormat: plainIntegerFormat,
    dateFormat: null,
    why: '',
    chosenByUser: false,
  };
  return { schema, rowCount, distinctCount };
}

const settings = defaultTrainingSettings;

describe('the estimate of a training', () => {
  it('counts only the columns that are learnt', () => {
    const columns = [
      column('integer', 50),
      column('identifier', 10_000),
      column('text', 9000),
      column('category', 4, 'drop'),
      column('category', 4, 'target'),
    ];
    const estimate = estimateTraining(columns, settings);
    expect(estimate.columns).toBe(2);
    expect(estimate.codes).toBe(51 + 5);
  });

  it('caps the codes of a number, not those of a category', () => {
    expect(estimateTraining([column('decimal', 9999)], settings).codes).toBe(131);
    expect(estimateTraining([column('category', 9999)], settings).codes).toBe(10_000);
  });

  it('leaves out the rows that are kept from the model, at most 5,000', () => {
    expect(estimateTraining([column('integer', 5)], settings).rows).toBe(9000);
    expect(estimateTraining([column('integer', 5, 'keep', 1e6)], settings).rows).toBe(995_000);
  });

  it('grows with the root of very many categories, but for one weight each', () => {
    const bytes = (categories: number) =>
      estimateTraining([column('category', categories)], settings).memoryBytes -
      estimateTraining([column('category', 2)], settings).memoryBytes;
    expect(bytes(160_000) / bytes(10_000)).toBeLessThan(16);
    expect(bytes(200_000)).toBeLessThan(100e6);
    expect(estimateTraining([column('category', 10_000, 'keep', 100_000)], settings).seconds).toBeLessThan(
      60,
    );
  });

  it('grows with rows, codes and preset', () => {
    const seconds = (distinct: number, rows: number, preset: 'fast' | 'balanced' | 'best') =>
      estimateTraining([column('category', distinct, 'keep', rows)], { ...settings, preset }).seconds;
    expect(seconds(50, 20_000, 'balanced')).toBeGreaterThan(seconds(50, 10_000, 'balanced'));
    expect(seconds(500, 10_000, 'balanced')).toBeGreaterThan(seconds(50, 10_000, 'balanced'));
    expect(seconds(50, 10_000, 'best')).toBeGreaterThan(seconds(50, 10_000, 'balanced'));
    expect(seconds(50, 10_000, 'fast')).toBeLessThan(seconds(50, 10_000, 'balanced'));
  });

  it('never exceeds the time limit', () => {
    const columns = Array.from({ length: 20 }, () => column('integer', 5000, 'keep', 1e6));
    expect(estimateTraining(columns, { ...settings, maxSeconds: 30 }).seconds).toBe(30);
  });

  it('holds for a table without columns', () => {
    expect(estimateTraining([], settings)).toMatchObject({ rows: 0, columns: 0, codes: 0 });
  });
});
