import type { ColumnFacts } from '../encode/private/public-facts';
import { readNumber } from '../analyze/parse-number';
import { createDateParser } from '../dates';
import { UserError } from '../errors';
import { type ColumnSchema, isNumericKind } from '../schema';
import { privacyWords } from './words';

/** What reading takes of a column. */
export type FactsColumn = Pick<ColumnSchema, 'name' | 'kind' | 'dateFormat' | 'numberFormat'>;

const millisecondsPerDay = 86_400_000;
const isoDay = createDateParser('yyyy-MM-dd');

/**
 * What was typed of a column: two bounds, smaller first, as the file writes numbers and dates (or dates as yyyy-MM-dd); of other
 * columns all categories.
 * @throws UserError naming what cannot be read
 */
export function readFacts(schema: FactsColumn, typed: readonly string[]): ColumnFacts {
  if (!isNumericKind(schema.kind)) return { categories: [...new Set(typed)] };
  if (typed.length !== 2) throw new UserError(privacyWords().twoBounds(schema.name));
  const [minimum, maximum] = typed.map((text) => readBound(schema, text.trim()));
  if (minimum > maximum) throw new UserError(privacyWords().wrongWayRound(schema.name));
  return { bounds: { minimum, maximum } };
}

function readBound({ name, kind, dateFormat, numberFormat }: FactsColumn, text: string): number {
  const isDate = kind === 'date' || kind === 'datetime';
  const value = isDate
    ? firstNumber([
        dateFormat ? createDateParser(dateFormat)(text) : Number.NaN,
        isoDay(text) * (kind === 'date' ? 1 : millisecondsPerDay),
      ])
    : firstNumber([text === '' ? Number.NaN : Number(text), readNumber(text, numberFormat)]);
  if (Number.isNaN(value)) {
    const words = privacyWords();
    throw new UserError(isDate ? words.boundIsDate(name, dateFormat) : words.boundIsNumber(name));
  }
  return value;
}

function firstNumber(values: readonly number[]): number {
  return values.find((value) => Number.isFinite(value)) ?? Number.NaN;
}
