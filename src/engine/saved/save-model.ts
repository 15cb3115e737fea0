import { CategoricalCodec } from '../encode/categorical';
import type { EncodedColumn } from '../encode/encode-table';
import { NumericCodec } from '../encode/numeric';
import { UserError } from '../errors';
import type { TableModel } from '../models/table-model';
import type { ModelFacts, SavedCodes, SavedColumn, SavedModel } from './saved-model';
import { savedWords } from './words';

/** The model as plain data. Throws UserError where real cells are kept beside it, and throws when the backend's memory cannot be read (lost device). */
export async function saveModel(model: TableModel, facts: ModelFacts): Promise<SavedModel> {
  const { kind, encoded, makers, ranges, kept } = model;
  if (kept) throw new UserError(savedWords().holdsRealCells);
  return {
    kind,
    facts,
    learntRows: encoded.rowCount,
    columns: encoded.columns.map(saveColumn),
    order: encoded.order,
    makers,
    ranges,
    drawing: await model.save(),
  };
}

function saveColumn({ column, codec, counts, relativeTo, copySources, sum }: EncodedColumn): SavedColumn {
  return {
    schema: column.schema,
    codes: saveCodes(codec),
    counts,
    relativeTo,
    copySources,
    sum: sum && { terms: sum.terms, rest: sum.rest.learnt },
  };
}

function saveCodes(codec: EncodedColumn['codec']): SavedCodes {
  if (codec instanceof NumericCodec) return { type: 'numbers', ...codec.learnt };
  const hasMissing = codec.missingCode >= 0;
  if (codec instanceof CategoricalCodec) {
    const { labels, hasRare, ordered } = codec;
    return { type: 'categories', labels, isOrdered: ordered > 0, hasRare, hasMissing };
  }
  return { type: 'presence', hasFilled: codec.size > 1 || !hasMissing, hasMissing };
}
