/** The rows that hold each code: those of code c are `rows[starts[c]]` … `rows[starts[c + 1] − 1]`, ascending. */
export interface RowsByCode {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/** Counting sort of the rows by their code; linear in rows and codes. */
export function groupRowsByCode(codes: Int32Array, codeCount: number): RowsByCode {
  const starts = new Int32Array(codeCount + 1);
  for (const code of codes) starts[code + 1]++;
  for (let code = 0; code < codeCount; code++) starts[code + 1] += starts[code];
  const next = starts.slice(0, codeCount);
  const rows = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) rows[next[codes[row]]++] = row;
  return { starts, rows };
}
