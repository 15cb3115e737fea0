import { catalogue, writeCount, writeOf } from '../../../words';

/** The table that was read: what it is, its first rows, and what did not read as expected. */
export const openedWords = catalogue({
  en: {
    rows: 'Rows',
    columns: 'Columns',
    size: 'Size',
    fingerprint: 'Fingerprint',
    fingerprintExplained: (sha256: string) =>
      `SHA-256 of the file’s bytes: ${sha256}. The same file always has the same one; the certificate names it.`,
    openAnother: 'Open another table',
    look: (columns: number) => `Look at the ${writeOf(columns, 'column', 'columns')}`,
    firstRows: (shown: number, total: number) =>
      `The first ${writeCount(shown)} of ${writeCount(total)} rows, as they stand in the file`,
    firstRowsAndColumns: (shown: number, total: number, shownColumns: number, columns: number) =>
      `The first ${writeCount(shown)} of ${writeCount(total)} rows, the first ${writeCount(shownColumns)} of ${writeCount(columns)} columns, as they stand in the file`,
    firstRowsLabel: 'First rows of the table',
    empty: 'empty',
    asExpected: 'Every row reads as expected',
    notAsExpected: 'What did not read as expected',
    eachHas: (columns: number) => `Each has ${writeOf(columns, 'cell', 'cells')}.`,
    firstLine: (line: number) => `First: line ${writeCount(line)}. Where they are`,
    linesInFile: 'Lines in the file',
    firstLinesOf: (lines: string, listed: number, count: number) =>
      `${lines}. The first ${writeOf(listed, 'line', 'lines')} of ${writeCount(count)} cases.`,
    line: (line: string) => `Line ${line}.`,
    lines: (lines: string) => `Lines ${lines}.`,
  },
  de: {
    rows: 'Zeilen',
    columns: 'Spalten',
    size: 'Größe',
    fingerprint: 'Fingerabdruck',
    fingerprintExplained: (sha256) =>
      `SHA-256 der Bytes der Datei: ${sha256}. Dieselbe Datei hat immer denselben; das Zertifikat nennt ihn.`,
    openAnother: 'Andere Tabelle öffnen',
    look: (columns) => (columns === 1 ? 'Die Spalte ansehen' : `Die ${writeCount(columns)} Spalten ansehen`),
    firstRows: (shown, total) =>
      `Die ersten ${writeCount(shown)} von ${writeCount(total)} Zeilen, wie sie in der Datei stehen`,
    firstRowsAndColumns: (shown, total, shownColumns, columns) =>
      `Die ersten ${writeCount(shown)} von ${writeCount(total)} Zeilen, die ersten ${writeCount(shownColumns)} von ${writeCount(columns)} Spalten, wie sie in der Datei stehen`,
    firstRowsLabel: 'Erste Zeilen der Tabelle',
    empty: 'leer',
    asExpected: 'Jede Zeile liest sich wie erwartet',
    notAsExpected: 'Was sich nicht wie erwartet las',
    eachHas: (columns) => `Jede hat ${writeOf(columns, 'Zelle', 'Zellen')}.`,
    firstLine: (line) => `Zuerst: Zeile ${writeCount(line)}. Wo sie stehen`,
    linesInFile: 'Zeilen in der Datei',
    firstLinesOf: (lines, listed, count) =>
      `${lines}. Die ersten ${writeOf(listed, 'Zeile', 'Zeilen')} von ${writeCount(count)} Fällen.`,
    line: (line) => `Zeile ${line}.`,
    lines: (lines) => `Zeilen ${lines}.`,
  },
});
