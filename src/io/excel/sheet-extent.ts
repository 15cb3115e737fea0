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
/** Longer places are none: the last cell of a sheet is XFD1048576. */
const longestPlace = 12;

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
  return /^(\w+:)?(row|c)\s/.test(textAt(xml, start, start + longestName));
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
  const end = xml.indexOf(xml[quote], quote + 1);
  const text = textAt(xml, quote + 1, Math.min(end, quote + 1 + longestPlace));
  const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(text) ?? [];
  if (end < 0 || digits === undefined) return { row: Infinity, column: Infinity };
  const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}
