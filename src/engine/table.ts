/**
 * The table as it was read: lossless, column by column, in typed arrays that can be transferred.
 * Nothing here says what a column means; that is the schema's business (schema.ts, interpret.ts).
 */
export interface Table {
  readonly rowCount: number;
  readonly columns: readonly Column[];
}

export type Column = NumberColumn | TextColumn;

/** A column in which nearly every cell is a plainly written number. */
export interface NumberColumn {
  readonly storage: 'number';
  readonly name: string;
  /** One value per row; NaN where the cell holds no number. */
  readonly values: Float64Array;
  /** For cells that hold no number: `tokens[tokenCodes[row] - 1]` is their text; 0 means a number. Null when all are numbers. */
  readonly tokenCodes: Uint8Array | null;
  /** At most 255 different texts that are not numbers (`''`, `NA`, `?`, …). */
  readonly tokens: readonly string[];
  readonly format: NumberFormat;
}

/** A column kept as text: every cell, an empty one too, is an entry of the dictionary. */
export interface TextColumn {
  readonly storage: 'text';
  readonly name: string;
  /** Index into `dictionary`, one per row. */
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
}

/** How numbers are written in a column, so that they can be written so again. */
export interface NumberFormat {
  /** Fewest and most digits seen after the decimal separator. Equal: always written with so many. */
  readonly minFractionDigits: number;
  readonly maxFractionDigits: number;
  readonly decimalSeparator: '.' | ',';
}

export const plainIntegerFormat: NumberFormat = {
  minFractionDigits: 0,
  maxFractionDigits: 0,
  decimalSeparator: '.',
};

/** The text of one cell, as it stood in the file (numbers in their column's format). */
export function cellText(column: Column, row: number): string {
  if (column.storage === 'text') return column.dictionary[column.codes[row]];
  const token = column.tokenCodes?.[row] ?? 0;
  return token > 0 ? column.tokens[token - 1] : formatNumber(column.values[row], column.format);
}

/** Writes a finite number: never in exponent notation below 1e21, fraction digits as the format says. */
export function formatNumber(value: number, format: NumberFormat): string {
  const { minFractionDigits: min, maxFractionDigits: max } = format;
  let text = value.toFixed(Math.min(max, 100));
  if (max > min && text.includes('.')) {
    let end = text.length;
    const shortest = text.indexOf('.') + 1 + min;
    while (end > shortest && text[end - 1] === '0') end--;
    text = text.slice(0, text[end - 1] === '.' ? end - 1 : end);
  }
  if (Number(text) === 0 && text.startsWith('-')) text = text.slice(1);
  return format.decimalSeparator === ',' ? text.replace('.', ',') : text;
}
