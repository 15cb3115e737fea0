import type { CategoricalColumn, TypedColumn, TypedTable } from '../engine/typed-table';
import type { ColumnSchema } from '../engine/schema';

/** Fewer holdout rows than this are no ruler: their own figures would be noise. */
export const fewestHoldoutRows = 20;

/** Three tables brought together column by column, categories on one dictionary. */
export interface AlignedTables {
  readonly rows: { readonly training: number; readonly holdout: number; readonly synthetic: number };
  /** The training table's columns that the synthetic table has too, in its order. */
  readonly columns: readonly AlignedColumn[];
  /** Names of the training table's columns that are not there, or of another type, in the other tables. */
  readonly leftOut: readonly string[];
}

/** One column in three tables, under the training one's schema. Comparable categories share one dictionary. */
export interface AlignedColumn {
  readonly schema: ColumnSchema;
  /** False for identifiers and free text: their values are made anew, so only missing cells are compared. */
  readonly comparable: boolean;
  readonly training: TypedColumn;
  readonly synthetic: TypedColumn;
  /** Null where there are fewer than 20 holdout rows. */
  readonly holdout: TypedColumn | null;
  /** All real rows that may be looked at, training rows first: what bins are made from. */
  readonly real: TypedColumn;
}

/**
 * Matches columns by name and recodes categories to one dictionary: the training one, then what is new in the
 * holdout and in the synthetic table. Nothing is sorted and no value is changed.
 */
export function alignTables(training: TypedTable, holdout: TypedTable, synthetic: TypedTable): AlignedTables {
  const holdoutColumns = columnsByName(holdout);
  const syntheticColumns = columnsByName(synthetic);
  const columns: AlignedColumn[] = [];
  const leftOut: string[] = [];
  for (const column of training.columns) {
    const name = column.schema.name;
    const held = holdoutColumns.get(name);
    const made = syntheticColumns.get(name);
    if (held?.type !== column.type || made?.type !== column.type) leftOut.push(name);
    else columns.push(alignColumn(column, held, made, holdout.rowCount >= fewestHoldoutRows));
  }
  const rows = { training: training.rowCount, holdout: holdout.rowCount, synthetic: synthetic.rowCount };
  return { rows, columns, leftOut };
}

/** The columns that have a distribution to compare: neither identifiers nor free text. */
export function comparableColumns(tables: AlignedTables): AlignedColumn[] {
  return tables.columns.filter((column) => column.comparable);
}

function columnsByName(table: TypedTable): Map<string, TypedColumn> {
  return new Map(table.columns.map((column) => [column.schema.name, column]));
}

function alignColumn(
  training: TypedColumn,
  holdout: TypedColumn,
  synthetic: TypedColumn,
  hasRuler: boolean,
): AlignedColumn {
  const { schema } = training;
  const comparable = schema.kind !== 'identifier' && schema.kind !== 'text';
  const parts = [training, { ...holdout, schema }, { ...synthetic, schema }];
  const aligned = comparable ? shareDictionary(parts) : parts;
  return {
    schema,
    comparable,
    training: aligned[0],
    synthetic: aligned[2],
    holdout: hasRuler ? aligned[1] : null,
    real: comparable ? joinColumns(aligned[0], aligned[1]) : aligned[0],
  };
}

function shareDictionary(columns: readonly TypedColumn[]): TypedColumn[] {
  const codeOf = new Map<string, number>();
  const dictionary: string[] = [];
  const codesOf = (column: CategoricalColumn): Int32Array =>
    Int32Array.from(column.dictionary, (text) => {
      const known = codeOf.get(text);
      if (known !== undefined) return known;
      codeOf.set(text, dictionary.length);
      return dictionary.push(text) - 1;
    });
  return columns.map((column) =>
    column.type === 'numeric'
      ? column
      : { ...column, codes: recode(column.codes, codesOf(column)), dictionary },
  );
}

function recode(codes: Int32Array, newCodes: Int32Array): Int32Array {
  const recoded = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) recoded[row] = codes[row] < 0 ? -1 : newCodes[codes[row]];
  return recoded;
}

/** The first column's rows and then the second's. Categories must be on one dictionary. Throws where the types differ. */
export function joinColumns(first: TypedColumn, second: TypedColumn): TypedColumn {
  if (first.type === 'numeric' && second.type === 'numeric') {
    const values = new Float64Array(first.values.length + second.values.length);
    values.set(first.values);
    values.set(second.values, first.values.length);
    return { ...first, values };
  }
  if (first.type === 'categorical' && second.type === 'categorical') {
    const codes = new Int32Array(first.codes.length + second.codes.length);
    codes.set(first.codes);
    codes.set(second.codes, first.codes.length);
    return { ...first, codes };
  }
  throw new TypeError('Only columns of one type can be joined.');
}
