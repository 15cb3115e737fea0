import { catalogue, type Rich, strong, writeCount, writeOf } from '../../../words';

/** What the Release step says of the rows, their file and what they disclose. */
export const releaseWords = catalogue({
  en: {
    title: 'Release synthetic rows',
    rows: 'Rows',
    oneForEachReal: 'One for each real row, as real cells are kept.',
    asManyAsReal: 'As many as the real table has. If its length must not be known, choose another number.',
    realHas: (count: number) => `The real table has ${writeCount(count)}.`,
    asDeclared: 'As many as you declared.',
    exactNumber: 'This is the exact number of real rows, which the promise protects: choose another.',
    declared: (count: number) => `You declared ${writeCount(count)}.`,
    seed: 'Seed',
    sameSeed: 'The same seed gives the same rows again.',
    sameSeedWhileItLasts: 'While this model lasts, the same seed gives the same rows again.',
    format: 'Format',
    csv: 'Text. Opens anywhere, spreadsheets too.',
    xlsx: 'A workbook with true numbers and dates.',
    arrow: 'Columns with their types, for Python, R and other code.',
    parquet: 'Columns with their types, compressed, for data stores.',
    jsonl: 'An object for each row, for web services and search.',
    sql: 'A table and its INSERTs, for any database.',
    guardFormulas: 'Keep spreadsheets from running cells',
    guardExplained:
      'A text that begins like a formula (=, +, −, @) gets an apostrophe before it. Turn this off when a program reads the file and needs every text as it is.',
    fileName: 'File name',
    fileNameHint: 'It begins as the real file’s name: change it if that must not be known.',
    wholeNumber: (least: number, most: number) =>
      `Give a whole number from ${writeCount(least)} to ${writeCount(most)}.`,
    noName: 'Give the file a name.',
    badName: 'A file name cannot hold \\ / : * ? " < > | or begin with a full stop.',
    longName: (most: number) => `Choose a name of at most ${writeCount(most)} characters.`,
    save: 'Save',
    saveAs: (format: string) => `Save synthetic rows as ${format}`,
    saveRowsAs: (rows: number, format: string) =>
      `Save ${writeOf(rows, 'synthetic row', 'synthetic rows')} as ${format}`,
    madeHere: 'The rows are made on this machine and saved from this page.',
    wasGiven: (file: string, recipient: string) => `${file} was given to ${recipient}.`,
    isSaved: (file: string) => `${file} is in your downloads, or where you chose to save it.`,
    givenRelease: 'Were you given a release?',
    checkIt: 'Check that it is what was signed',
    saved: (file: string) => `Saved: ${file}`,
    givenTo: (file: string, recipient: string) => `Given to ${recipient}: ${file}`,
    rowsAndSeed: (rows: number, seed: number) => `${writeOf(rows, 'row', 'rows')}, seed ${seed}`,
    size: 'Size',
    onlyRowsWhere: 'Only rows where',
    allOf: (conditions: readonly string[]) => conditions.join(' and '),
    goesOut: 'What goes out',
    staysHere: 'What stays here',
    realCells: (columns: string): Rich => [
      strong('Real cells:'),
      ` of ${columns}, row by row, as they stand in the real table and in its order.`,
    ],
    madeCells: [
      strong('Cells the model made:'),
      ' in the other columns, drawn to go with the real ones beside them.',
    ] as Rich,
    madeRows: [
      strong('Rows the model made:'),
      ' drawn anew, one column after the other; none is taken from the real table.',
    ] as Rich,
    columns: [strong('The columns:'), ' their names, their order, and how their values are written.'] as Rich,
    spread: [
      strong('How values are spread:'),
      ' ranges, categories, what is common and what goes together: what the model learnt is the use of the file.',
    ] as Rich,
    spreadUnderPromise: [
      strong('How values are spread:'),
      ' what was declared, and what noisy counts and steps told of the rest: the looks in the ledger.',
    ] as Rich,
    realTable: [strong('The real table:'), ' it was read on this machine and never left this page.'] as Rich,
    model: [
      strong('The model:'),
      ' its weights were learnt from real rows; they are gone when the page is closed.',
    ] as Rich,
    modelUnderPromise: [
      strong('The model:'),
      ' it is gone when the page is closed; so is its noise, which was never kept.',
    ] as Rich,
    modelSaved: (file: string): Rich => [
      strong('The model'),
      ` was saved as ${file}: it stays where you keep that file.`,
    ],
    comparison: [
      strong('The comparison:'),
      ' its figures come from the real table. They are in the private certificate alone.',
    ] as Rich,
    comparisonUnderPromise: [
      strong('The comparison:'),
      ' nobody paid for its figures. They are in the private certificate and report alone.',
    ] as Rich,
    noGuarantee: [
      strong('No formal guarantee.'),
      ' A row may equal a real one by chance, and what many people share is learnt on purpose. Look at Compare before the file leaves your hands.',
    ] as Rich,
    otherWithoutGuarantee:
      'Rows made without a guarantee, or their model, have been saved from this table too: what those tell is covered by no promise.',
    together: (models: number, epsilon: string, delta: string) =>
      `Rows of ${writeCount(models)} models of this table, or the models themselves, have been saved here. Whoever gets them all is promised less: together ε = ${epsilon} and δ = ${delta}.`,
  },
  de: {
    title: 'Synthetische Zeilen freigeben',
    rows: 'Zeilen',
    oneForEachReal: 'Eine für jede echte Zeile, da echte Zellen behalten werden.',
    asManyAsReal:
      'So viele, wie die echte Tabelle hat. Soll deren Länge nicht bekannt werden, wählen Sie eine andere Zahl.',
    realHas: (count) => `Die echte Tabelle hat ${writeCount(count)}.`,
    asDeclared: 'So viele, wie Sie angegeben haben.',
    exactNumber: 'Das ist die genaue Zahl der echten Zeilen, die die Zusage schützt: Wählen Sie eine andere.',
    declared: (count) => `Sie haben ${writeCount(count)} angegeben.`,
    seed: 'Startwert',
    sameSeed: 'Derselbe Startwert ergibt dieselben Zeilen noch einmal.',
    sameSeedWhileItLasts:
      'Solange es dieses Modell gibt, ergibt derselbe Startwert dieselben Zeilen noch einmal.',
    format: 'Format',
    csv: 'Text. Öffnet sich überall, auch in Tabellenkalkulationen.',
    xlsx: 'Eine Arbeitsmappe mit richtigen Zahlen und Datumsangaben.',
    arrow: 'Spalten mit ihren Typen, für Python, R und andere Programme.',
    parquet: 'Spalten mit ihren Typen, komprimiert, für Datenspeicher.',
    jsonl: 'Ein Objekt je Zeile, für Webdienste und Suche.',
    sql: 'Eine Tabelle und ihre INSERTs, für jede Datenbank.',
    guardFormulas: 'Tabellenkalkulationen daran hindern, Zellen auszuführen',
    guardExplained:
      'Ein Text, der wie eine Formel beginnt (=, +, −, @), erhält ein Hochkomma davor. Schalten Sie das aus, wenn ein Programm die Datei liest und jeden Text unverändert braucht.',
    fileName: 'Dateiname',
    fileNameHint:
      'Er beginnt wie der Name der echten Datei: Ändern Sie ihn, wenn dieser nicht bekannt werden soll.',
    wholeNumber: (least, most) =>
      `Geben Sie eine ganze Zahl von ${writeCount(least)} bis ${writeCount(most)} an.`,
    noName: 'Geben Sie der Datei einen Namen.',
    badName: 'Ein Dateiname darf nicht \\ / : * ? " < > | enthalten und nicht mit einem Punkt beginnen.',
    longName: (most) => `Wählen Sie einen Namen von höchstens ${writeCount(most)} Zeichen.`,
    save: 'Speichern',
    saveAs: (format) => `Synthetische Zeilen als ${format} speichern`,
    saveRowsAs: (rows, format) =>
      `${writeOf(rows, 'synthetische Zeile', 'synthetische Zeilen')} als ${format} speichern`,
    madeHere: 'Die Zeilen entstehen auf diesem Gerät und werden von dieser Seite gespeichert.',
    wasGiven: (file, recipient) => `${file} wurde an ${recipient} gegeben.`,
    isSaved: (file) => `${file} liegt bei Ihren Downloads oder dort, wo Sie es speichern wollten.`,
    givenRelease: 'Haben Sie eine Freigabe erhalten?',
    checkIt: 'Prüfen, ob sie ist, was unterschrieben wurde',
    saved: (file) => `Gespeichert: ${file}`,
    givenTo: (file, recipient) => `An ${recipient} gegeben: ${file}`,
    rowsAndSeed: (rows, seed) => `${writeOf(rows, 'Zeile', 'Zeilen')}, Startwert ${seed}`,
    size: 'Größe',
    onlyRowsWhere: 'Nur Zeilen, in denen gilt',
    allOf: (conditions) => conditions.join(' und '),
    goesOut: 'Was hinausgeht',
    staysHere: 'Was hier bleibt',
    realCells: (columns) => [
      strong('Echte Zellen:'),
      ` von ${columns}, Zeile für Zeile, wie sie in der echten Tabelle stehen und in deren Reihenfolge.`,
    ],
    madeCells: [
      strong('Zellen, die das Modell gemacht hat:'),
      ' in den anderen Spalten, passend zu den echten daneben gezogen.',
    ],
    madeRows: [
      strong('Zeilen, die das Modell gemacht hat:'),
      ' neu gezogen, eine Spalte nach der anderen; keine ist der echten Tabelle entnommen.',
    ],
    columns: [strong('Die Spalten:'), ' ihre Namen, ihre Reihenfolge und die Schreibweise ihrer Werte.'],
    spread: [
      strong('Wie Werte verteilt sind:'),
      ' Bereiche, Kategorien, was häufig ist und was zusammengehört: Was das Modell gelernt hat, ist der Zweck der Datei.',
    ],
    spreadUnderPromise: [
      strong('Wie Werte verteilt sind:'),
      ' was angegeben wurde, und was verrauschte Zählungen und Schritte vom Rest verrieten: die Blicke im Budgetbuch.',
    ],
    realTable: [
      strong('Die echte Tabelle:'),
      ' Sie wurde auf diesem Gerät gelesen und hat diese Seite nie verlassen.',
    ],
    model: [
      strong('Das Modell:'),
      ' Seine Gewichte wurden aus echten Zeilen gelernt; sie sind fort, wenn die Seite geschlossen wird.',
    ],
    modelUnderPromise: [
      strong('Das Modell:'),
      ' Es ist fort, wenn die Seite geschlossen wird; ebenso sein Rauschen, das nie aufbewahrt wurde.',
    ],
    modelSaved: (file) => [
      strong('Das Modell'),
      ` wurde als ${file} gespeichert: Es bleibt, wo Sie diese Datei aufbewahren.`,
    ],
    comparison: [
      strong('Der Vergleich:'),
      ' Seine Zahlen stammen aus der echten Tabelle. Sie stehen allein im privaten Zertifikat.',
    ],
    comparisonUnderPromise: [
      strong('Der Vergleich:'),
      ' Für seine Zahlen hat niemand bezahlt. Sie stehen allein im privaten Zertifikat und Bericht.',
    ],
    noGuarantee: [
      strong('Keine formale Garantie.'),
      ' Eine Zeile kann zufällig einer echten gleichen, und was viele Menschen gemeinsam haben, wird mit Absicht gelernt. Sehen Sie sich den Vergleich an, bevor Sie die Datei aus der Hand geben.',
    ],
    otherWithoutGuarantee:
      'Aus dieser Tabelle wurden auch Zeilen ohne Garantie oder ihr Modell gespeichert: Was diese verraten, deckt keine Zusage.',
    together: (models, epsilon, delta) =>
      `Hier wurden Zeilen von ${writeCount(models)} Modellen dieser Tabelle oder die Modelle selbst gespeichert. Wer sie alle erhält, dem ist weniger zugesagt: zusammen ε = ${epsilon} und δ = ${delta}.`,
  },
});
