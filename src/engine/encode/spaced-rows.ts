/** So many of the rows 0 … rowCount−1, evenly spaced: tables often lie sorted, and their first rows are not like the rest. */
export function spacedRows(rowCount: number, wanted: number): Uint32Array {
  const count = Math.min(rowCount, wanted);
  return Uint32Array.from({ length: count }, (_, i) => Math.floor((i * rowCount) / count));
}
