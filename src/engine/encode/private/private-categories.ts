import { areNumbers, CategoricalCodec } from '../categorical';
import { PresenceCodec } from '../presence';
import type { MeasuredCategories, MeasuredPresence } from './measure-columns';
import { projectToTotal } from './noisy-counts';
import { codesAsCells, type PrivateColumn } from './private-column';
import { type CellOptions, clearDeviations } from './private-numbers';

/**
 * A code for each category, the most frequent first, or in their order where they are numbers. Those whose counts are
 * not told from none share a cell; within it they are drawn in their noisy shares.
 */
export function cutCategories(measured: MeasuredCategories, { rows, sigma }: CellOptions): PrivateColumn {
  const isOrdered = areNumbers(measured.labels);
  const places = [...measured.labels.keys()].sort((a, b) =>
    isOrdered
      ? Number(measured.labels[a]) - Number(measured.labels[b])
      : measured.counts[b] - measured.counts[a] || a - b,
  );
  const limit = clearDeviations * sigma;
  // Where nothing is known to occur, the only honest cell is an empty one.
  const hasMissing = measured.missing >= limit || places.length === 0;
  const codec = new CategoricalCodec({
    labels: places.map((place) => measured.labels[place]),
    isOrdered,
    hasRare: false,
    hasMissing,
    codeOfEntry: new Int32Array(0),
  });
  const own = places.map((place) => measured.counts[place]);
  const counts = Float64Array.from(hasMissing ? [...own, measured.missing] : own);
  const variances = new Float64Array(counts.length).fill(sigma ** 2);
  const column = codesAsCells(codec, counts, variances);
  // Categories that were looked for and did not stand out are most like the rarest of those that did.
  const unknownAs = measured.isComplete || places.length === 0 ? column.missingAs : rarest(own);
  const isSmall = (code: number) => counts[code] < limit && code !== codec.missingCode;
  const small = [...counts.keys()].filter(isSmall);
  const known = { ...column, unknownAs };
  return small.length < 2 ? known : shareOneCell(known, small, rows);
}

function rarest(counts: readonly number[]): number {
  return counts.indexOf(Math.min(...counts));
}

/** The column with those codes in one cell, the last. */
function shareOneCell(column: PrivateColumn, small: readonly number[], rows: number): PrivateColumn {
  const { codec, counts, variances } = column;
  const large = [...counts.keys()].filter((code) => !small.includes(code));
  const cellOf = new Int32Array(codec.size).fill(large.length);
  large.forEach((code, cell) => (cellOf[code] = cell));
  const masses = projectToTotal(counts, rows).map((mass) => mass + 1e-9);
  const shared = small.reduce((sum, code) => sum + masses[code], 0);
  const sum = (values: Float64Array) => small.reduce((total, code) => total + values[code], 0);
  const together = (values: Float64Array) =>
    Float64Array.from([...large.map((code) => values[code]), sum(values)]);
  return {
    ...column,
    cellOf,
    shareOfCell: masses.map((mass, code) => (cellOf[code] === large.length ? mass / shared : 1)),
    counts: together(counts),
    variances: together(variances),
  };
}

/** Texts are filled or missing; one of the two alone where the other is not told from none. */
export function cutPresence({ filled, missing }: MeasuredPresence, { sigma }: CellOptions): PrivateColumn {
  const limit = clearDeviations * sigma;
  const hasMissing = missing >= limit;
  const hasFilled = filled >= limit || !hasMissing;
  const codec = new PresenceCodec(Int32Array.from([...(hasFilled ? [0] : []), ...(hasMissing ? [-1] : [])]));
  const counts = Float64Array.from([...(hasFilled ? [filled] : []), ...(hasMissing ? [missing] : [])]);
  return codesAsCells(codec, counts, new Float64Array(counts.length).fill(sigma ** 2));
}
