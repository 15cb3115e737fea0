import { catalogue, writeCount } from '../../words';

/** What holds a step back, what was chosen, and what the page was at when it failed (see failure-words.ts). */
export const stateWords = catalogue({
  en: {
    needsTable: 'Open a table first.',
    needsModel: 'Learn the table first.',
    chosenKind: 'You chose this kind.',
    fileTooLarge: (size: string, most: string) =>
      `The file has ${size}; the page around this one allows ${most}.`,
    tooManyRows: (rows: number, most: number) =>
      `The table has ${writeCount(rows)} rows; the page around this one allows ${writeCount(most)}.`,
    typed: 'What was typed',
    doing: {
      readingFile: 'reading the file',
      lookingAtColumn: 'looking at the column',
      countingAlike: 'counting rows that are alike',
      learning: 'learning the table',
      comparing: 'comparing the tables',
      drawingCurve: 'drawing the curve',
    },
    cannotLoad:
      'The rest of this page could not be loaded from the server it came from: it may be away, or hold another version by now. Reload the page and open the table again.',
  },
  de: {
    needsTable: 'Öffnen Sie zuerst eine Tabelle.',
    needsModel: 'Lassen Sie zuerst die Tabelle lernen.',
    chosenKind: 'Diese Art haben Sie gewählt.',
    fileTooLarge: (size, most) => `Die Datei hat ${size}; die umgebende Seite erlaubt ${most}.`,
    tooManyRows: (rows, most) =>
      `Die Tabelle hat ${writeCount(rows)} Zeilen; die umgebende Seite erlaubt ${writeCount(most)}.`,
    typed: 'Das Eingegebene',
    doing: {
      readingFile: 'beim Lesen der Datei',
      lookingAtColumn: 'beim Betrachten der Spalte',
      countingAlike: 'beim Zählen gleicher Zeilen',
      learning: 'beim Lernen der Tabelle',
      comparing: 'beim Vergleichen der Tabellen',
      drawingCurve: 'beim Zeichnen der Kurve',
    },
    cannotLoad:
      'Der Rest dieser Seite ließ sich nicht von dem Server laden, von dem sie kam: Er ist vielleicht nicht erreichbar oder hält inzwischen eine andere Version. Laden Sie die Seite neu und öffnen Sie die Tabelle noch einmal.',
  },
});
