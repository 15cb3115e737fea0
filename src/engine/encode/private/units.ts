import type { ColumnSchema } from '../../schema';
import { resolutionOf } from '../../typed-table';
import type { ColumnFacts } from './public-facts';

/** Ranges are cut no finer than this; without bounds, decimals no finer than that. */
const mostUnits = 1e12;
const finestUnbounded = 1e-9;

/** The distance between neighbouring values of a number column, a power of ten, as its schema and its bounds say. */
export function unitOf(schema: ColumnSchema, { bounds }: ColumnFacts): number {
  const resolution = resolutionOf(schema);
  if (!bounds) return Math.max(resolution, finestUnbounded);
  const needed = (bounds.maximum - bounds.minimum) / mostUnits;
  return needed > resolution ? 10 ** Math.ceil(Math.log10(needed)) : resolution;
}

/** So many units as a value: exact decimals, as NumericCodec rounds. */
export function valueOfUnits(units: number, unit: number): number {
  return unit < 1 ? units / Math.round(1 / unit) : units * unit;
}
