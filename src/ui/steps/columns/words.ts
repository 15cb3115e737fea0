import { catalogue, type Rich, strong, writeCount, writeList, writeOf } from '../../../words';

/** The Columns step: what each column is, and what is to be done with it. */
export const columnsWords = catalogue({
  en: {
    title: 'What each column is',
    nothingFlagged: 'Nothing here needs your attention. Change what is wrong; the rest can stay.',
    flagged: (count: number) =>
      `${writeOf(count, 'column has', 'columns have')} something to look at. Change what is wrong; the rest can stay.`,
    anonymity: 'How rows hide among each other (k-anonymity)',
    realGoesOut: (names: readonly string[]): Rich => [
      strong(`Real cells of ${names.join(', ')} will go out as they are, row by row.`),
      ' Whoever knows them of a person finds that person’s row. The other columns are drawn to go with them: what they say may come near the truth. Keep only what everybody may have.',
    ],
    untreated: (count: number) =>
      `${writeOf(count, 'column points', 'columns point')} to people and would be learnt as ${count === 1 ? 'it is' : 'they are'}.`,
    takeProposals: 'Do what is proposed',
    heads: {
      column: 'Column',
      kind: 'Kind',
      role: 'Role',
      values: 'Values',
      missing: 'Missing',
      distinct: 'Distinct',
      toKnow: 'To know',
    },
    columns: 'Columns',
    noMatch: (filter: string) => `No column matches “${filter}”.`,
    noneLeft: 'No column is left to learn from: keep at least one that is not an identifier or free text.',
    estimate: (columns: number, time: string, memory: string) =>
      `Learning ${writeOf(columns, 'column', 'columns')} takes ${time} and about ${memory} of memory on a common machine.`,
    tooMuchMemory:
      'That may be more than the browser allows one page: leave out columns with very many categories.',
    chooseHow: 'Choose how to learn',
    backToTraining: 'Back to the training',
    backToLearnt: 'Back to what was learnt',
    learn: (rows: number) => `Learn from ${writeCount(rows)} rows`,
    all: (count: number) => `All ${writeCount(count)}`,
    allShown: (count: number) => `All ${writeCount(count)} shown`,
    find: 'Find by name, kind or warning',
    findLabel: 'Find columns by name, kind, role or warning',
    chosen: (count: number) => `${writeOf(count, 'column', 'columns')} chosen`,
    kindOfChosen: 'Kind of the chosen columns',
    roleOfChosen: 'Role of the chosen columns',
    setKind: 'Set kind',
    setRole: 'Set role',
    clear: 'Clear',
    select: (name: string) => `Select ${name}`,
    kindOf: (name: string) => `Kind of ${name}`,
    roleOf: (name: string) => `Role of ${name}`,
    nothingToDraw: 'nothing to draw',
    realNotAnew: 'real, not made anew',
    anewNotLearnt: 'made anew, not learnt',
    distinct: 'distinct',
    itsValues: 'Its values',
    becomesOf: (name: string) => `What becomes of ${name}`,
    noneMissing: 'none missing',
    missing: (share: string) => `${share} missing`,
    countsAsMissing: (count: number) =>
      `${writeOf(count, 'cell', 'cells')}. Counts as missing; press to keep it as a value.`,
    keptAsValue: (count: number) =>
      `${writeOf(count, 'cell', 'cells')}. Kept as a value; press to count it as missing.`,
    empty: 'empty',
    missingIn: (name: string) => `Text that means missing in ${name}`,
    anotherIn: (name: string) => `Another text that means missing in ${name}`,
    anotherHere: 'Another text that means missing in this column',
  },
  de: {
    title: 'Was jede Spalte ist',
    nothingFlagged:
      'Nichts hier verlangt Ihre Aufmerksamkeit. Ändern Sie, was nicht stimmt; der Rest kann bleiben.',
    flagged: (count) =>
      `Bei ${writeOf(count, 'Spalte', 'Spalten')} gibt es etwas anzusehen. Ändern Sie, was nicht stimmt; der Rest kann bleiben.`,
    anonymity: 'Wie Zeilen sich untereinander verbergen (k\u2011Anonymität)',
    realGoesOut: (names) => [
      strong(`Echte Zellen von ${writeList(names)} werden hinausgehen, wie sie sind, Zeile für Zeile.`),
      ' Wer sie von einem Menschen kennt, findet dessen Zeile. Die anderen Spalten werden passend dazu gezogen: Was sie sagen, kann der Wahrheit nahekommen. Behalten Sie nur, was alle haben dürfen.',
    ],
    untreated: (count) =>
      count === 1
        ? '1 Spalte zeigt auf Menschen und würde gelernt, wie sie ist.'
        : `${writeCount(count)} Spalten zeigen auf Menschen und würden gelernt, wie sie sind.`,
    takeProposals: 'Vorschläge übernehmen',
    heads: {
      column: 'Spalte',
      kind: 'Art',
      role: 'Rolle',
      values: 'Werte',
      missing: 'Fehlend',
      distinct: 'Verschieden',
      toKnow: 'Zu wissen',
    },
    columns: 'Spalten',
    noMatch: (filter) => `Keine Spalte passt zu „${filter}“.`,
    noneLeft:
      'Keine Spalte bleibt, aus der sich lernen ließe: Behalten Sie mindestens eine, die weder Bezeichner noch Freitext ist.',
    estimate: (columns, time, memory) =>
      `${writeOf(columns, 'Spalte', 'Spalten')} zu lernen braucht auf einem gewöhnlichen Gerät ${time} und etwa ${memory} Speicher.`,
    tooMuchMemory:
      'Das ist vielleicht mehr, als der Browser einer Seite erlaubt: Lassen Sie Spalten mit sehr vielen Kategorien weg.',
    chooseHow: 'Lernweise wählen',
    backToTraining: 'Zurück zum Lernen',
    backToLearnt: 'Zurück zum Gelernten',
    learn: (rows) => `Aus ${writeCount(rows)} Zeilen lernen`,
    all: (count) => `Alle ${writeCount(count)}`,
    allShown: (count) => `Alle ${writeCount(count)} gezeigten`,
    find: 'Name, Art oder Hinweis suchen',
    findLabel: 'Spalten nach Name, Art, Rolle oder Hinweis suchen',
    chosen: (count) => `${writeOf(count, 'Spalte', 'Spalten')} gewählt`,
    kindOfChosen: 'Art der gewählten Spalten',
    roleOfChosen: 'Rolle der gewählten Spalten',
    setKind: 'Art setzen',
    setRole: 'Rolle setzen',
    clear: 'Auswahl aufheben',
    select: (name) => `${name} auswählen`,
    kindOf: (name) => `Art von ${name}`,
    roleOf: (name) => `Rolle von ${name}`,
    nothingToDraw: 'nichts zu zeichnen',
    realNotAnew: 'echt, nicht neu gemacht',
    anewNotLearnt: 'neu gemacht, nicht gelernt',
    distinct: 'verschiedene',
    itsValues: 'Ihre Werte',
    becomesOf: (name) => `Was aus ${name} wird`,
    noneMissing: 'nichts fehlt',
    missing: (share) => `${share} fehlen`,
    countsAsMissing: (count) =>
      `${writeOf(count, 'Zelle', 'Zellen')}. Zählt als fehlend; drücken Sie, um es als Wert zu behalten.`,
    keptAsValue: (count) =>
      `${writeOf(count, 'Zelle', 'Zellen')}. Gilt als Wert; drücken Sie, um es als fehlend zu zählen.`,
    empty: 'leer',
    missingIn: (name) => `Text, der in ${name} einen fehlenden Wert bedeutet`,
    anotherIn: (name) => `Ein weiterer Text, der in ${name} einen fehlenden Wert bedeutet`,
    anotherHere: 'Ein weiterer Text, der in dieser Spalte einen fehlenden Wert bedeutet',
  },
});
