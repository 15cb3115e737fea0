/**
 * The table as it was read: lossless, column by column, in typed arrays that can be transferred.
 * Nothing here says what a column means; that is the schema's business (schema.ts, interpret.ts).
 */
export interface Table {
  readonly rowCount: number;
  readonly columns: readonly Column[];
  /** Rows that the file holds, where these are a uniform sample of them in the file's order; absent where they are all. */
  readonly sampledFrom?: number;
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
  /** What stands before the digits of every number, after the sign (`$`), and after them (` %`). Absent: nothing. */
  readonly prefix?: string;
  readonly suffix?: string;
  /** What stands between groups of three digits before the decimal separator. Absent: nothing. */
  readonly grouping?: string;
  /** `parentheses`: a negative number stands in parentheses, as accountants write it. Absent: after a minus. */
  readonly negative?: 'parentheses';
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

/** So many or more are only counted as this many; such small numbers are written with an exponent. */
export const mostFractionDigits = 100;

/**
 * Writes a finite number with fraction digits as the format says; in exponent notation from 1e21 up, and where the format
 * has `mostFractionDigits`.
 */
export function formatNumber(value: number, format: NumberFormat): string {
  const text = unsignedZero(shortestText(value, format));
  const separated = format.decimalSeparator === ',' ? text.replace('.', ',') : text;
  const { prefix, suffix, grouping, negative } = format;
  return prefix || suffix || grouping || negative ? dress(separated, format) : separated;
}

/** A plainly written number with all that its column writes around it. */
function dress(text: string, { prefix = '', suffix = '', grouping = '', negative }: NumberFormat): string {
  const isNegative = text.startsWith('-');
  const digits = isNegative ? text.slice(1) : text;
  const whole = /^\d*/.exec(digits)?.[0] ?? '';
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, grouping) + digits.slice(whole.length);
  const size = prefix + grouped + suffix;
  if (!isNegative) return size;
  return negative === 'parentheses' ? `(${size})` : `-${size}`;
}

function shortestText(
  value: number,
  { minFractionDigits: min, maxFractionDigits: max }: NumberFormat,
): string {
  if (max >= mostFractionDigits) return String(value);
  // The same text, sooner.
  if (max === 0 && Number.isInteger(value)) return String(value);
  if (max === min) return value.toFixed(max);
  // The shortest text that reads back as the value, where it fits: `toFixed` would add digits of its own.
  const shortest = String(value);
  const digits = /^-?\d+(?:\.(\d+))?$/.exec(shortest);
  const text = digits && (digits[1]?.length ?? 0) <= max ? shortest : trimZeros(value.toFixed(max));
  return padFraction(text, min);
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function padFraction(text: string, digits: number): string {
  const point = text.indexOf('.');
  const have = point < 0 ? 0 : text.length - point - 1;
  if (have >= digits) return text;
  return (point < 0 ? `${text}.` : text) + '0'.repeat(digits - have);
}

function unsignedZero(text: string): string {
  return text.startsWith('-') && Number(text) === 0 ? text.slice(1) : text;
}
