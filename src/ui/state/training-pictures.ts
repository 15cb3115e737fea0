import type { MarginalsEvent } from '../../engine/train/types';

/** Counts per bin of each column, by the column's name. */
export type CountsByColumn = ReadonlyMap<string, Float64Array>;

export const noCounts: CountsByColumn = new Map();

export function countsByColumn(event: MarginalsEvent): CountsByColumn {
  return new Map(event.columns.map((column) => [column.name, column.counts]));
}

export interface LossPoint {
  /** Which of the networks learnt one after another, from 1. */
  readonly network: number;
  readonly step: number;
  readonly loss: number;
  readonly validationLoss: number | null;
}

/** More points than a small curve has pixels: every second one goes, those with a validation loss stay. */
const mostLossPoints = 600;

/** The curve with a point more; points after it are of an attempt that was lost, and go. */
export function extendCurve(points: readonly LossPoint[], next: LossPoint): readonly LossPoint[] {
  const last = points.at(-1);
  const before = last && last.step >= next.step ? points.filter((point) => point.step < next.step) : points;
  const { network, step, loss, validationLoss } = next;
  return thin([...before, { network, step, loss, validationLoss }]);
}

function thin(points: readonly LossPoint[]): readonly LossPoint[] {
  if (points.length <= mostLossPoints) return points;
  const last = points.length - 1;
  return points.filter((point, index) => index % 2 === 0 || index === last || point.validationLoss !== null);
}
