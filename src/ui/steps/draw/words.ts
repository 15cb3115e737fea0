import { catalogue, writeCount, writeOf } from '../../../words';

/** Wide tables name their first columns. */
const mostNames = 30;

/** What the page says where rows are drawn from a saved model. */
export const drawWords = catalogue({
  en: {
    title: 'Draw rows from a saved model',
    theModel: 'The model',
    file: 'File',
    learntFrom: 'Learnt from',
    rowsAndColumns: (rows: number, columns: number) =>
      `${writeOf(rows, 'row', 'rows')}, ${writeOf(columns, 'column', 'columns')}`,
    columns: 'Columns',
    namesOf: (names: readonly string[]) =>
      names.length > mostNames
        ? `${names.slice(0, mostNames).join(', ')} and ${writeCount(names.length - mostNames)} more`
        : names.join(', '),
    saysOfItsRows: 'What the file says of its rows:',
    unchecked: 'It was written when the model was saved. Nothing here can check it.',
    ownRows: 'As many as the model was saved with.',
    savedWithRows: (rows: number) => `The model was saved with ${writeCount(rows)}.`,
    sameSeed: 'The same seed gives the same rows, here and on the command line.',
    nameHint: 'It begins as the model’s name.',
    openOther: 'Open something else',
  },
  de: {
    title: 'Zeilen aus einem gespeicherten Modell ziehen',
    theModel: 'Das Modell',
    file: 'Datei',
    learntFrom: 'Gelernt aus',
    rowsAndColumns: (rows, columns) =>
      `${writeOf(rows, 'Zeile', 'Zeilen')}, ${writeOf(columns, 'Spalte', 'Spalten')}`,
    columns: 'Spalten',
    namesOf: (names) =>
      names.length > mostNames
        ? `${names.slice(0, mostNames).join(', ')} und ${writeCount(names.length - mostNames)} weitere`
        : names.join(', '),
    saysOfItsRows: 'Was die Datei über ihre Zeilen sagt (auf Englisch):',
    unchecked: 'Das wurde beim Speichern des Modells hineingeschrieben. Prüfen lässt es sich hier nicht.',
    ownRows: 'So viele, wie beim Speichern des Modells angegeben waren.',
    savedWithRows: (rows) => `Gespeichert wurde das Modell mit ${writeCount(rows)}.`,
    sameSeed: 'Derselbe Startwert ergibt dieselben Zeilen, hier und auf der Kommandozeile.',
    nameHint: 'Er beginnt wie der Name des Modells.',
    openOther: 'Etwas anderes öffnen',
  },
});
