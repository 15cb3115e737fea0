import type { ColumnKind, ColumnSchema } from '../schema';
import { findMatter, type MatterFinding } from '../sensitive/find-matter';
import { officialNumber } from '../sensitive/official-numbers';
import { formatNumber, type Column, type NumberColumn } from '../table';
import { createMissingTest, looksMissing } from './missing-tokens';

/** Different values looked at, and rows that they are sought in where a column of numbers has no list of them. */
const mostTexts = 2_000;
const mostRows = 20_000;

/**
 * Looks for what of people a column holds: in its name and in all its different values, or in 2,000 of them from all over;
 * of a column of numbers in those of 20,000 rows from all over.
 * @param schema missing tokens and number format settled; `kind` need not be
 */
export function lookForMatter(
  column: Column,
  schema: ColumnSchema,
  kind = schema.kind,
): MatterFinding | null {
  const isDeclared = createMissingTest(schema.missingTokens);
  const isMissing = (text: string) => isDeclared(text) || looksMissing(text);
  const texts = (column.storage === 'text' ? [...column.dictionary] : numberTexts(column))
    .filter((text) => !isMissing(text))
    .map((text) => text.trim());
  return findMatter({
    name: schema.name,
    kind,
    texts: spaced(texts, mostTexts),
    fractionDigits: column.storage === 'number' ? schema.numberFormat.maxFractionDigits : 0,
    ...(column.storage === 'number' ? rangeOf(column) : { minimum: null, maximum: null }),
  });
}

/** Kinds of which a column may turn out to be official numbers or addresses of devices all the same. */
const open: ReadonlySet<ColumnKind> = new Set(['category', 'integer', 'identifier', 'text']);

/** True where values of that sort must not be learnt as they are, however often they repeat. */
export function mustBeMadeAnew({ matter, by }: MatterFinding, kind: ColumnKind): boolean {
  const isDirect =
    officialNumber(matter) !== null || matter === 'email' || matter === 'mac' || matter === 'ip';
  return by === 'values' && isDirect && open.has(kind);
}

function spaced(texts: readonly string[], most: number): string[] {
  const stride = Math.max(1, Math.floor(texts.length / most));
  return texts.filter((_, i) => i % stride === 0).slice(0, most);
}

function numberTexts({ values, format }: NumberColumn): string[] {
  const stride = Math.max(1, Math.floor(values.length / mostRows));
  const seen = new Set<number>();
  for (let row = 0; row < values.length; row += stride) if (!Number.isNaN(values[row])) seen.add(values[row]);
  return Array.from(seen, (value) => formatNumber(value, format));
}

function rangeOf({ values }: NumberColumn): { minimum: number | null; maximum: number | null } {
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return minimum <= maximum ? { minimum, maximum } : { minimum: null, maximum: null };
}
