import { catalogue, code, type Rich, strong } from '../../../words';

/** What the Release step says of the model as a file. */
export const modelFileWords = catalogue({
  en: {
    title: 'The model',
    lead: [
      'What was learnt goes when the page is closed. Saved as a file it can be drawn from later: here, by opening that file in place of a table, or on the command line by ',
      code('generate'),
      ', a hundred million rows on many machines.',
    ] as Rich,
    holdsNoRealCells: [
      'A model file holds no real cells, so the model cannot be saved while columns keep theirs.',
    ] as Rich,
    save: 'Save the model',
    ask: 'Save the model as a file?',
    holds: [
      strong('The file holds no row.'),
      ' It holds what was learnt from them: the columns’ names, categories and how often each occurs, how far numbers reach, what identifiers look like, and how columns go together. Whoever has it can draw any number of rows.',
    ] as Rich,
    asPrivate: [
      strong('It is as private as the real table.'),
      ' It was learnt without differential privacy: keep it where the table may be kept, and give it to nobody who may not see that.',
    ] as Rich,
    promiseGoesWithIt: [
      strong('The promise goes with it.'),
      ' It was learnt under differential privacy, and what it holds follows from the looks in the ledger: drawing more rows from it costs nothing more. The columns’ names and what was declared are in it as they are.',
    ] as Rich,
    savedAs: (name: string) => `It is saved as ${name}.`,
    saveIt: 'Save it',
    saved: (name: string) => `Saved: ${name}. Open it here like a table to draw rows from it.`,
  },
  de: {
    title: 'Das Modell',
    lead: [
      'Das Gelernte ist fort, wenn die Seite geschlossen wird. Ist es als Datei gespeichert, lassen sich später Zeilen daraus ziehen: hier, wenn Sie diese Datei statt einer Tabelle öffnen, oder auf der Kommandozeile mit ',
      code('generate'),
      ', hundert Millionen Zeilen auf vielen Rechnern.',
    ],
    holdsNoRealCells: [
      'Eine Modelldatei enthält keine echten Zellen; das Modell lässt sich daher nicht speichern, solange Spalten die ihren behalten.',
    ],
    save: 'Das Modell speichern',
    ask: 'Das Modell als Datei speichern?',
    holds: [
      strong('Die Datei enthält keine Zeile.'),
      ' Sie enthält, was aus den Zeilen gelernt wurde: die Namen der Spalten, Kategorien und wie oft jede vorkommt, wie weit Zahlen reichen, wie Bezeichner aussehen und wie Spalten zusammenhängen. Wer sie hat, kann beliebig viele Zeilen ziehen.',
    ],
    asPrivate: [
      strong('Sie ist so vertraulich wie die echte Tabelle.'),
      ' Gelernt wurde ohne Differential Privacy: Bewahren Sie sie dort auf, wo die Tabelle liegen darf, und geben Sie sie niemandem, der diese nicht sehen darf.',
    ],
    promiseGoesWithIt: [
      strong('Die Zusage geht mit ihr.'),
      ' Gelernt wurde unter Differential Privacy, und was sie enthält, folgt aus den Blicken im Budgetbuch: Weitere Zeilen daraus zu ziehen kostet nichts mehr. Die Namen der Spalten und was angegeben wurde, stehen darin, wie sie sind.',
    ],
    savedAs: (name) => `Gespeichert wird sie als ${name}.`,
    saveIt: 'Speichern',
    saved: (name) =>
      `Gespeichert: ${name}. Öffnen Sie die Datei hier wie eine Tabelle, um Zeilen daraus zu ziehen.`,
  },
});
