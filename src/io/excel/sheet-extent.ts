/** How far the cells of a sheet reach, from the first row and column. */
interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const opening = 0x3c;
const equals = 0x3d;
const quotes: readonly number[] = [0x22, 0x27];
const spaces: readonly number[] = [0x20, 0x09, 0x0a, 0x0d];
const letterR = 0x72;
/** Longer names are of other elements. */
const longestName = 24;
const [letterC, letterO, letterW] = [0x63, 0x6f, 0x77];
/** A place has so many letters and digits at most: the last cell of a sheet is XFD1048576. */
const mostLetters = 3;
const mostDigits = 7;

/**
 * How far the rows and cells of a sheet (SpreadsheetML) say that they reach, by their attribute `r`: a few bytes can place a cell so
 * far off that the empty ones before it fill the memory. Infinite where a place is not written as one.
 */
export function extentOf(xml: Uint8Array): Extent {
  let rows = 0;
  let columns = 0;
  for (let at = xml.indexOf(equals); at >= 0; at = xml.indexOf(equals, at + 1)) {
    const name = skipSpaces(xml, at - 1, -1);
    if (xml[name] !== letterR || !spaces.includes(xml[name - 1]) || !isOfCell(xml, name)) continue;
    const start = skipSpaces(xml, at + 1, 1);
    if (!quotes.includes(xml[start])) continue;
    const place = placeAt(xml, start);
    rows = Math.max(rows, place.row);
    columns = Math.max(columns, place.column);
  }
  return { rows, columns };
}

/** Whether the attribute is one of a row or a cell. */
function isOfCell(xml: Uint8Array, attribute: number): boolean {
  const start = xml.lastIndexOf(opening, attribute) + 1;
  return isNamedCell(xml, start) || /^\w+:(row|c)\s/.test(textAt(xml, start, start + longestName));
}

/** `c` or `row` without a prefix, as nearly all are: millions of them are looked at, byte by byte. */
function isNamedCell(xml: Uint8Array, at: number): boolean {
  if (xml[at] === letterC) return spaces.includes(xml[at + 1]);
  return (
    xml[at] === letterR && xml[at + 1] === letterO && xml[at + 2] === letterW && spaces.includes(xml[at + 3])
  );
}

function textAt(xml: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...xml.subarray(from, to));
}

function skipSpaces(xml: Uint8Array, from: number, direction: 1 | -1): number {
  let at = from;
  while (spaces.includes(xml[at])) at += direction;
  return at;
}

/** `AB12`, or `12` of a row. @param quote where the quote before it stands */
function placeAt(xml: Uint8Array, quote: number): { row: number; column: number } {
  let at = quote + 1;
  let column = 0;
  while (at - quote <= mostLetters && xml[at] >= 0x41 && xml[at] <= 0x5a)
    column = 26 * column + xml[at++] - 0x40;
  const digits = at;
  let row = 0;
  while (at - digits < mostDigits && xml[at] >= 0x30 && xml[at] <= 0x39) row = 10 * row + xml[at++] - 0x30;
  const isPlace = at > digits && xml[at] === xml[quote];
  return isPlace ? { row, column } : { row: Infinity, column: Infinity };
}
