import { encodeArrow } from './arrow';
import { encodeCsv } from './csv';
import type { Encode } from './encoding';
import { type ExportFormat, type FileType, fileTypes } from './export-format';
import { encodeParquet } from './parquet';

export interface Format extends FileType {
  readonly encode: Encode;
}

/** Every format that can be written: a new one is a file with its encoder and a line here. */
export const formats: Readonly<Record<ExportFormat, Format>> = {
  csv: { ...fileTypes.csv, encode: encodeCsv },
  arrow: { ...fileTypes.arrow, encode: encodeArrow },
  parquet: { ...fileTypes.parquet, encode: encodeParquet },
};
