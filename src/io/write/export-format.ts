/** The kinds of file a synthetic table can be saved as. */
export type ExportFormat = 'csv' | 'arrow' | 'parquet';

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
  arrow: { label: 'Arrow', extension: '.arrow', mimeType: 'application/vnd.apache.arrow.file' },
  parquet: { label: 'Parquet', extension: '.parquet', mimeType: 'application/vnd.apache.parquet' },
};
