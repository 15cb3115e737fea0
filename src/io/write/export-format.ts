/** The kinds of file a synthetic table can be saved as. */
export type ExportFormat = 'csv' | 'xlsx' | 'parquet' | 'arrow' | 'jsonl' | 'sql';

export interface FileType {
  /** As people call it. */
  readonly label: string;
  /** With its dot. */
  readonly extension: string;
  readonly mimeType: string;
}

/** What the page says about each format; the encoders are in formats.ts, so that pages need not load them. */
export const fileTypes: Readonly<Record<ExportFormat, FileType>> = {
  csv: { label: 'CSV', extension: '.csv', mimeType: 'text/csv;charset=utf-8' },
  xlsx: {
    label: 'Excel',
    extension: '.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  jsonl: { label: 'JSON Lines', extension: '.jsonl', mimeType: 'application/jsonl' },
  sql: { label: 'SQL', extension: '.sql', mimeType: 'application/sql' },
  arrow: { label: 'Arrow', extension: '.arrow', mimeType: 'application/vnd.apache.arrow.file' },
  parquet: { label: 'Parquet', extension: '.parquet', mimeType: 'application/vnd.apache.parquet' },
};

/** The format that a file name asks for by its ending; null for another ending. */
export function formatOfName(name: string): ExportFormat | null {
  const endings = Object.entries(fileTypes) as [ExportFormat, FileType][];
  return endings.find(([, { extension }]) => name.toLowerCase().endsWith(extension))?.[0] ?? null;
}
