import { catalogue, writeCount, writeOf } from '../../../words';

export const openWords = catalogue({
  en: {
    drop: 'Drop a private table here',
    letGo: 'Let go to open it',
    lead: 'Get a synthetic one that can take its place: the same columns, shapes and relationships, made of new rows. Your file is read by this page, on this machine, and never leaves it.',
    changeReading: (fileName: string) => `Change how ${fileName} is read`,
    chooseFile: 'Choose a file',
    pasteTable: 'Paste a table',
    backToTable: 'Back to the open table',
    formats:
      'CSV, TSV or any text with a separator between cells; Excel, Parquet, Arrow, JSON; as they are, or in gzip or ZIP. Or a model saved here, to draw from.',
    tableFile: 'Table file',
    rowsAsText: 'Rows of the table, as text',
    rowsHint: 'Rows copied from a spreadsheet or a file, the header first',
    pasteAnywhere: (fileName: string) =>
      `Ctrl+V anywhere on this page does the same. The text becomes ${fileName}, here alone.`,
    readText: 'Read this text',
    samples: 'Or try one of these made-up tables',
    size: (rows: number, columns: number) =>
      `${writeOf(rows, 'row', 'rows')}, ${writeOf(columns, 'column', 'columns')}`,
    readingTable: 'Reading the table',
    readingFile: (phase: string, fileName: string) => `${phase} ${fileName}`,
    bytesOf: (done: string, total: string) => `${done} of ${total}`,
    columnsOf: (done: number, total: number) =>
      `${writeCount(done)} of ${writeOf(total, 'column', 'columns')}`,
    bytesPerSecond: (bytes: string) => `${bytes}/s`,
  },
  de: {
    drop: 'Legen Sie hier eine vertrauliche Tabelle ab',
    letGo: 'Loslassen, um sie zu öffnen',
    lead: 'Sie erhalten eine synthetische, die ihren Platz einnehmen kann: gleiche Spalten, Verteilungen und Zusammenhänge, aus neuen Zeilen. Ihre Datei liest diese Seite, auf diesem Gerät, und sie verlässt es nie.',
    changeReading: (fileName) => `Ändern, wie ${fileName} gelesen wird`,
    chooseFile: 'Datei wählen',
    pasteTable: 'Tabelle einfügen',
    backToTable: 'Zurück zur offenen Tabelle',
    formats:
      'CSV, TSV oder jeder Text mit einem Trennzeichen zwischen den Zellen; Excel, Parquet, Arrow, JSON; unverändert oder in gzip oder ZIP. Oder ein hier gespeichertes Modell, um daraus zu ziehen.',
    tableFile: 'Tabellendatei',
    rowsAsText: 'Zeilen der Tabelle als Text',
    rowsHint: 'Aus einer Tabellenkalkulation oder Datei kopierte Zeilen, die Kopfzeile zuerst',
    pasteAnywhere: (fileName) =>
      `Strg+V irgendwo auf dieser Seite bewirkt dasselbe. Der Text wird zu ${fileName}, nur hier.`,
    readText: 'Diesen Text lesen',
    samples: 'Oder probieren Sie eine dieser erfundenen Tabellen',
    size: (rows, columns) => `${writeOf(rows, 'Zeile', 'Zeilen')}, ${writeOf(columns, 'Spalte', 'Spalten')}`,
    readingTable: 'Die Tabelle wird gelesen',
    readingFile: (phase, fileName) => `${phase}: ${fileName}`,
    bytesOf: (done, total) => `${done} von ${total}`,
    columnsOf: (done, total) => `${writeCount(done)} von ${writeOf(total, 'Spalte', 'Spalten')}`,
    bytesPerSecond: (bytes) => `${bytes}/s`,
  },
});
