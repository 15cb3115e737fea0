import type { ColumnKind } from '../../engine/schema';
import { writeFixed, writeNumber } from '../../words';
import { chartWords } from './words';

const space = '\u00a0';
const minus = '\u2212';
const millisecondsPerDay = 86_400_000;

function grouped(value: number, options: Intl.NumberFormatOptions): string {
  // `negative`: what rounds to nothing has no sign.
  return writeNumber(value, { ...options, signDisplay: 'negative' }).replace('-', minus);
}

/**
 * A share (0 … 1) as a percentage with one decimal, two below a tenth of a percent; `0 %` only for nothing at all and
 * `100 %` only for everything.
 */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const percent = Math.abs(share) * 100;
  const sign = share < 0 ? minus : '';
  if (percent === 0 || percent === 100) return `${sign}${percent}${space}%`;
  if (percent < 0.005) return `${share < 0 ? '>' : '<'}${space}${sign}${writeFixed(0.01, 2)}${space}%`;
  if (percent < 100 && percent >= 99.95)
    return `${share < 0 ? '<' : '>'}${space}${sign}${writeFixed(99.9, 1)}${space}%`;
  return `${sign}${writeFixed(percent, percent < 0.095 ? 2 : 1)}${space}%`;
}

/** A difference of two shares, in percentage points and with its sign: `+0.4 points`. */
export function formatPoints(difference: number): string {
  if (!Number.isFinite(difference)) return '–';
  const points = difference * 100;
  const digits = Math.abs(points) < 0.995 ? 2 : 1;
  const size = grouped(Math.abs(points), { maximumFractionDigits: digits });
  const sign = size === '0' ? '' : points > 0 ? '+' : minus;
  return chartWords().points(sign + size);
}

/** A bare figure between −1 and 1, e.g. an association: `0.42`. */
export function formatFigure(value: number): string {
  return Number.isFinite(value)
    ? grouped(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : '–';
}

/** A figure of any measure: three decimals below 1, three significant digits above; whole where it is large. */
export function formatMeasure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size === 0 || size === 1) return grouped(value, {});
  if (size < 0.0005) return `${value < 0 ? `>${space}${minus}` : `<${space}`}${writeFixed(0.001, 3)}`;
  if (size >= 1000) return grouped(value, { maximumFractionDigits: 0 });
  return grouped(value, size < 1 ? { maximumFractionDigits: 3 } : { maximumSignificantDigits: 3 });
}

/** The instant of a date's (days) or date-time's (milliseconds) number; null for kinds that are no dates. */
export function instantOf(value: number, kind: ColumnKind): Date | null {
  if (kind === 'date') return new Date(value * millisecondsPerDay);
  return kind === 'datetime' ? new Date(value) : null;
}

/**
 * A column's value in plain writing: dates as `2021-03-04`, date-times to the minute, numbers to six significant
 * digits with thousands separated. Whole numbers that read as years (1500 … 2200) keep together.
 */
export function formatValue(value: number, kind: ColumnKind): string {
  const instant = instantOf(value, kind);
  if (instant) return formatInstant(instant, kind === 'date' ? 10 : 16);
  if (kind === 'integer' && readsAsYear(value)) return String(Math.round(value));
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return formatExtreme(value);
  return grouped(value, size >= 1e5 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 6 });
}

/** Three significant digits and a power of ten: `1.50e\u22129`. */
function formatExtreme(value: number): string {
  const [digits, power] = value.toExponential(2).split('e');
  return `${writeFixed(Number(digits), 2)}e${power}`.replaceAll('-', minus);
}

function formatInstant(instant: Date, characters: number): string {
  return Number.isNaN(instant.getTime()) ? '–' : instant.toISOString().slice(0, characters).replace('T', ' ');
}

function readsAsYear(value: number): boolean {
  return value >= 1500 && value <= 2200;
}

/** Short writing for an axis: thousands separated below a million, `2.5M` above. */
export function formatTick(value: number, kind: ColumnKind): string {
  if (Math.abs(value) < 1e6 || kind === 'date' || kind === 'datetime') return formatValue(value, kind);
  return grouped(value, { notation: 'compact', maximumSignificantDigits: 3 });
}

/** The first characters with an ellipsis when there are more than `most`. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, Math.max(1, most - 1))
        .join('')
        .trimEnd()}…`;
}
