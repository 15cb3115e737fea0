/** How many shades a heat map has; finer steps are not seen. */
export const heatLevels = 24;

export interface HeatLayer {
  /** 1 … heatLevels: how much of the full colour. */
  readonly level: number;
  readonly sign: 'plus' | 'minus';
  /** SVG path of all cells in this shade, in cell units. */
  readonly path: string;
}

/** A place in a grid, from the top left. */
export interface HeatCell {
  readonly row: number;
  readonly column: number;
}

export interface HeatGrid {
  readonly rows: number;
  readonly columns: number;
  /** Row-major, rows × columns; NaN leaves a cell empty. */
  readonly values: Float64Array;
}

/**
 * A grid as one path per shade, so that ten thousand cells cost a few dozen elements and the theme colours them.
 * `most` is the magnitude drawn in full colour. `gap`: the room left around a cell, in cell units.
 */
export function layHeat(grid: HeatGrid, most: number, gap: number): HeatLayer[] {
  const paths = new Map<number, string>();
  const size = 1 - gap;
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const level = levelOf(grid.values[row * grid.columns + column], most);
      if (level === 0) continue;
      const cell = `M${column + gap / 2},${row + gap / 2}h${size}v${size}h${-size}z`;
      paths.set(level, (paths.get(level) ?? '') + cell);
    }
  }
  return [...paths].map(([level, path]) => ({
    level: Math.abs(level),
    sign: level < 0 ? 'minus' : 'plus',
    path,
  }));
}

/** The signed shade of a value, 0 for nothing to draw: every value that is not nothing gets at least the faintest. */
export function levelOf(value: number, most: number): number {
  if (!Number.isFinite(value) || value === 0 || !(most > 0)) return 0;
  return Math.sign(value) * Math.max(1, Math.round(Math.min(1, Math.abs(value) / most) * heatLevels));
}

/** Cells with no value, as one path to be hatched or outlined. */
export function layEmpty({ rows, columns, values }: HeatGrid, gap: number): string {
  let path = '';
  const size = 1 - gap;
  for (let cell = 0; cell < rows * columns; cell++) {
    if (!Number.isNaN(values[cell])) continue;
    path += `M${(cell % columns) + gap / 2},${Math.floor(cell / columns) + gap / 2}h${size}v${size}h${-size}z`;
  }
  return path;
}

/** Plus and minus signs over cells whose magnitude is at least a third of `most`, so that colour is not alone. */
export function laySigns({ rows, columns, values }: HeatGrid, most: number): string {
  let path = '';
  for (let cell = 0; cell < rows * columns; cell++) {
    const value = values[cell];
    if (!(Math.abs(value) >= most / 3) || value === 0) continue;
    const x = (cell % columns) + 0.5;
    const y = Math.floor(cell / columns) + 0.5;
    path += `M${x - 0.2},${y}h.4`;
    if (value > 0) path += `M${x},${y - 0.2}v.4`;
  }
  return path;
}

/** The largest magnitude in some grids; 0 when there is none. */
export function largestMagnitude(...grids: readonly Float64Array[]): number {
  let most = 0;
  for (const values of grids) {
    for (const value of values) if (Math.abs(value) > most) most = Math.abs(value);
  }
  return most;
}
