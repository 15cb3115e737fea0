import type { ColumnKind, ColumnSchema, TableSchema } from '../schema';
import { plainIntegerFormat, type Column, type NumberFormat, type Table } from '../table';
import { inferFromNumbers } from './infer-from-numbers';
import { inferFromTexts } from './infer-from-texts';
import { lookForMatter, mustBeMadeAnew } from './look-for-matter';
import type { MatterFinding } from '../sensitive/find-matter';
import { matterWords } from '../sensitive/words';
import { findMissingTokens } from './missing-tokens';
import { countWords, sumCounts } from './value-counts';
import { reasonWords } from './words';

/** What the cells of a column show, before anything is settled by the user. */
export interface InferredKind {
  readonly kind: ColumnKind;
  /** One plain sentence without cell content. */
  readonly why: string;
  readonly dateFormat?: string;
  readonly numberFormat?: NumberFormat;
}

/**
 * Understands every column from all its cells and its name. Roles are all `keep`.
 * `onColumn` is called after each column. `absent` are texts that mean "no value" besides those that are known to.
 */
export function inferSchema(
  table: Table,
  onColumn?: (done: number, total: number) => void,
  absent: readonly string[] = [],
): TableSchema {
  const columns = table.columns.map((column, i) => {
    const schema = inferColumn(column, absent);
    onColumn?.(i + 1, table.columns.length);
    return schema;
  });
  return { columns };
}

/** Understands one column; see infer-from-numbers.ts and infer-from-texts.ts for the order in which kinds are tried. */
export function inferColumn(column: Column, absent: readonly string[] = []): ColumnSchema {
  const { kind, why, dateFormat, numberFormat } = inferKind(column, absent);
  const schema: ColumnSchema = {
    name: column.name,
    kind,
    role: 'keep',
    missingTokens: findMissingTokens(column, absent),
    numberFormat: numberFormat ?? (column.storage === 'number' ? column.format : plainIntegerFormat),
    dateFormat: dateFormat ?? null,
    why,
    chosenByUser: false,
  };
  const finding = lookForMatter(column, schema);
  return finding ? withMatter(schema, finding) : schema;
}

function withMatter(schema: ColumnSchema, finding: MatterFinding): ColumnSchema {
  const { matter } = finding;
  if (schema.kind === 'identifier' || !mustBeMadeAnew(finding, schema.kind)) return { ...schema, matter };
  return { ...schema, matter, kind: 'identifier', why: reasonWords().areMatter(matterWords()[matter]) };
}

function inferKind(column: Column, absent: readonly string[]): InferredKind {
  const words = countWords(column, absent);
  if (column.storage === 'number' && column.values.some((value) => !Number.isNaN(value))) {
    return inferFromNumbers(column, words);
  }
  if (sumCounts(words) === 0) return { kind: 'category', why: reasonWords().empty };
  return inferFromTexts(column, words);
}
