import type { PlacedRows, RowSpace } from '../neighbours/row-space';

/**
 * Euclidean distance of each row from the mean of the rows `of`, numbers as placed and categories one-hot. A number that is
 * missing stands at the mean, with a mark of its own that counts as a number.
 */
export function centreDistances(space: RowSpace, rows: PlacedRows, of: PlacedRows): Float64Array {
  const squares = new Float64Array(rows.count);
  const categories = space.categorical.length;
  for (let column = 0; column < categories; column++) {
    const shares = sharesOf(of, column, categories);
    let purity = 0;
    for (const share of shares.values()) purity += share * share;
    for (let row = 0; row < rows.count; row++) {
      squares[row] += 1 - 2 * (shares.get(rows.codes[row * categories + column]) ?? 0) + purity;
    }
  }
  for (let column = 0; column < space.numeric.length; column++) addNumbers(squares, rows, of, column);
  return squares.map(Math.sqrt);
}

function sharesOf(of: PlacedRows, column: number, width: number): Map<number, number> {
  const shares = new Map<number, number>();
  for (let row = 0; row < of.count; row++) {
    const code = of.codes[row * width + column];
    shares.set(code, (shares.get(code) ?? 0) + 1 / of.count);
  }
  return shares;
}

function addNumbers(squares: Float64Array, rows: PlacedRows, of: PlacedRows, column: number): void {
  const width = of.positions.length / Math.max(1, of.count);
  let sum = 0;
  let present = 0;
  for (let row = 0; row < of.count; row++) {
    const position = of.positions[row * width + column];
    if (Number.isNaN(position)) continue;
    sum += position;
    present++;
  }
  const mean = present === 0 ? 0 : sum / present;
  const missing = 1 - present / Math.max(1, of.count);
  for (let row = 0; row < rows.count; row++) {
    const position = rows.positions[row * width + column];
    squares[row] += Number.isNaN(position) ? (1 - missing) ** 2 : (position - mean) ** 2 + missing ** 2;
  }
}
