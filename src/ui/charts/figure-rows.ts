import type { Figure } from '../../evaluation/evidence';

/** One line of figures that are set beside each other. */
export interface FigureRow {
  readonly label: string;
  readonly real?: Figure | null;
  readonly synthetic?: Figure | null;
  readonly holdout?: Figure | null;
  /** What chance alone comes to. */
  readonly chance?: number | null;
}

/** The stretch that holds every figure, the base, and `least`; a twentieth of room beyond. */
export function rowsDomain(
  rows: readonly FigureRow[],
  base: number,
  least: readonly [number, number],
): readonly [number, number] {
  let [low, high] = [Math.min(base, least[0]), Math.max(base, least[1])];
  const take = (value: number | undefined) => {
    if (value === undefined || !Number.isFinite(value)) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  for (const { real, synthetic, holdout, chance } of rows) {
    for (const figure of [real, synthetic, holdout]) {
      take(figure?.value);
    }
    take(synthetic?.interval?.low);
    take(synthetic?.interval?.high);
    take(chance ?? undefined);
  }
  if (!(high > low)) return [low, low + 1];
  const room = (high - low) / 20;
  return [low < base ? low - room : low, high > base && high > least[1] ? high + room : high];
}

/** A figure without an interval. */
export function bare(value: number): Figure {
  return { value, interval: null };
}
