import { encodeCsv } from './csv';
import type { Encode } from './encoding';
import { type ExportFormat, type FileType, fileTypes } from './export-format';
import { encodeJsonLines } from './json-lines';
import { encodeSql } from './sql';

export interface Format extends FileType {
  readonly encode: Encode;
}

/** Every format that can be written: a new one is a file with its encoder and a line here. What takes a package of others is loaded when it is asked for. */
export const formats: Readonly<Record<ExportFormat, Format>> = {
  csv: { ...fileTypes.csv, encode: encodeCsv },
  xlsx: { ...fileTypes.xlsx, encode: loaded(async () => (await import('./excel')).encodeExcel) },
  jsonl: { ...fileTypes.jsonl, encode: encodeJsonLines },
  sql: { ...fileTypes.sql, encode: encodeSql },
  arrow: { ...fileTypes.arrow, encode: loaded(async () => (await import('./arrow')).encodeArrow) },
  parquet: { ...fileTypes.parquet, encode: loaded(async () => (await import('./parquet')).encodeParquet) },
};

function loaded(load: () => Promise<Encode>): Encode {
  return async function* (chunks, options) {
    const encode = await load();
    yield* encode(chunks, options);
  };
}
