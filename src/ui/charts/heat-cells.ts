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

/** A length across and one down, in cell units. */
export interface CellLength {
  readonly across: number;
  readonly down: number;
}

export interface HeatGrid {
  readonly rows: number;
  readonly columns: number;
  /** Row-major, rows × columns; NaN leaves a cell empty. */
  readonly values: Float64Array;
}

/**
 * A grid as one path per shade, so that ten thousand cells cost a few dozen elements and the theme colours them.
 * `most` is the magnitude drawn in full colour. `gap`: the room left around a cell.
 */
export function layHeat(grid: HeatGrid, most: number, gap: CellLength): HeatLayer[] {
  const paths = new Map<number, string>();
  grid.values.forEach((value, cell) => {
    const level = levelOf(value, most);
    if (level !== 0) paths.set(level, (paths.get(level) ?? '') + cellPath(grid, cell, gap));
  });
  return [...paths].map(([level, path]) => ({
    level: Math.abs(level),
    sign: level < 0 ? 'minus' : 'plus',
    path,
  }));
}

function cellPath({ columns }: HeatGrid, cell: number, { across, down }: CellLength): string {
  const x = (cell % columns) + across / 2;
  const y = Math.floor(cell / columns) + down / 2;
  return `M${x},${y}h${1 - across}v${1 - down}h${across - 1}z`;
}

/** The signed shade of a value, 0 for nothing to draw: every value that is not nothing gets at least the faintest. */
export function levelOf(value: number, most: number): number {
  if (!Number.isFinite(value) || value === 0 || !(most > 0)) return 0;
  return Math.sign(value) * Math.max(1, Math.round(Math.min(1, Math.abs(value) / most) * heatLevels));
}

/** Cells with no value, as one path. */
export function layEmpty(grid: HeatGrid, gap: CellLength): string {
  let path = '';
  grid.values.forEach((value, cell) => {
    if (Number.isNaN(value)) path += cellPath(grid, cell, gap);
  });
  return path;
}

/** Plus and minus signs over cells whose magnitude is at least a third of `most`, so that colour is not alone. */
export function laySigns({ columns, values }: HeatGrid, most: number, arm: CellLength): string {
  let path = '';
  values.forEach((value, cell) => {
    if (!(Math.abs(value) >= most / 3) || value === 0) return;
    const x = (cell % columns) + 0.5;
    const y = Math.floor(cell / columns) + 0.5;
    path += `M${x - arm.across},${y}h${2 * arm.across}`;
    if (value > 0) path += `M${x},${y - arm.down}v${2 * arm.down}`;
  });
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
