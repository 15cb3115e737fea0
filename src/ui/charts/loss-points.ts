/** One reading of the loss while training: nats per row. */
export interface LossPoint {
  /** Which of the networks learnt one after another, from 1. */
  readonly network: number;
  readonly step: number;
  readonly loss: number;
  readonly validationLoss: number | null;
}

/**
 * At most about `most` points: runs of equal length are replaced by their mean loss at their last step, so that the
 * curve keeps its course and loses only jitter. A run's last validation loss is kept.
 */
export function thinPoints(points: readonly LossPoint[], most: number): readonly LossPoint[] {
  if (points.length <= most) return points;
  const run = Math.ceil(points.length / most);
  const thinned: LossPoint[] = [];
  for (let start = 0; start < points.length; start += run) {
    const part = points.slice(start, start + run);
    thinned.push({
      network: part[part.length - 1].network,
      step: part[part.length - 1].step,
      loss: part.reduce((sum, point) => sum + point.loss, 0) / part.length,
      validationLoss: part.findLast((point) => point.validationLoss !== null)?.validationLoss ?? null,
    });
  }
  return thinned;
}

/**
 * The range of losses to draw. Each network's first steps, in which its loss falls steeply, may be cut off: the top is the
 * largest loss after the first tenth of its readings, with a fifth of the range to spare.
 */
export function lossRange(points: readonly LossPoint[]): readonly [number, number] {
  const networks = [...new Set(points.map(({ network }) => network))];
  const settled = networks.flatMap((own) => {
    const its = points.filter(({ network }) => network === own);
    return its.slice(Math.floor(its.length / 10));
  });
  const losses = settled.flatMap(({ loss, validationLoss }) =>
    validationLoss === null ? [loss] : [loss, validationLoss],
  );
  const finite = losses.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  const spare = Math.max((high - low) / 5, Math.abs(high) * 0.01, 1e-6);
  return [low - spare / 2, high + spare];
}

/** The index of the point drawn nearest to a pixel; null when there are none. */
export function nearestPoint(
  points: readonly LossPoint[],
  place: (step: number) => number,
  pixel: number,
): number | null {
  let nearest: number | null = null;
  let distance = Infinity;
  points.forEach(({ step }, index) => {
    const away = Math.abs(place(step) - pixel);
    if (away < distance) {
      distance = away;
      nearest = index;
    }
  });
  return nearest;
}
