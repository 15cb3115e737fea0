/** Cells that hold a quote or a line's end, or begin with what readers take for a byte-order mark. */
const needsQuotes = /["\r\n]|^\uFEFF/;

/** First characters after which spreadsheets run a cell as a formula (OWASP, "CSV injection"); full-width forms too. */
const opensFormula = /^[=+\-@\t\r\n＝＋－＠]/;

/** What begins with a sign and yet is a number, with either decimal separator: no spreadsheet runs it. */
const plainNumber = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;

/** One field of RFC 4180 (section 2, rules 5 to 7): quoted only where it must be. */
export function quoteCell(text: string, delimiter = ','): string {
  return needsQuotes.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text with a ' before it where a spreadsheet would run it as a formula; numbers stay as they are. */
export function guardFormula(text: string): string {
  return opensFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** One line of RFC 4180 without its end. A lone empty field is quoted, for readers that skip blank lines. */
export function joinCells(cells: readonly string[], delimiter = ','): string {
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map((cell) => quoteCell(cell, delimiter)).join(delimiter);
}
