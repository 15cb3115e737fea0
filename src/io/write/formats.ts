import { encodeArrow } from './arrow';
import { encodeCsv } from './csv';
import type { Encode } from './encoding';
import { encodeExcel } from './excel';
import { type ExportFormat, type FileType, fileTypes } from './export-format';
import { encodeJsonLines } from './json-lines';
import { encodeParquet } from './parquet';
import { encodeSql } from './sql';

export interface Format extends FileType {
  readonly encode: Encode;
}

/** Every format that can be written: a new one is a file with its encoder and a line here. */
export const formats: Readonly<Record<ExportFormat, Format>> = {
  csv: { ...fileTypes.csv, encode: encodeCsv },
  xlsx: { ...fileTypes.xlsx, encode: encodeExcel },
  jsonl: { ...fileTypes.jsonl, encode: encodeJsonLines },
  sql: { ...fileTypes.sql, encode: encodeSql },
  arrow: { ...fileTypes.arrow, encode: encodeArrow },
  parquet: { ...fileTypes.parquet, encode: encodeParquet },
};
