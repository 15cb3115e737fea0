import { catalogue, type Rich, strong, writeCount } from '../../words';

/** What frames every step: the header, sheets over the page, the way on. */
export const frameWords = catalogue({
  en: {
    readInThis: 'Read this page in English',
    checkRelease: 'Check a release',
    checkReleaseYouGot: 'Check a release that you were given',
    lightColours: 'Change to light colours',
    darkColours: 'Change to dark colours',
    cancel: 'Cancel',
    close: 'Close',
    steps: 'Steps',
    step: { open: 'Open', columns: 'Columns', train: 'Train', compare: 'Compare', release: 'Release' },
    stepDone: ', done',
    stepLocked: (why: string) => `, locked: ${why}`,
    compareAgain: 'Compare again',
    makeRelease: 'Make a file to release',
    sample: (rows: number, sampledFrom: number): Rich => [
      'The file is larger than a browser can hold: this is a uniform sample, ',
      strong(writeCount(rows)),
      ` of its ${writeCount(sampledFrom)} rows. They are what is learnt and compared, and what the reports tell of.`,
    ],
  },
  de: {
    readInThis: 'Diese Seite auf Deutsch lesen',
    checkRelease: 'Freigabe prüfen',
    checkReleaseYouGot: 'Eine Freigabe prüfen, die Sie erhalten haben',
    lightColours: 'Zu hellen Farben wechseln',
    darkColours: 'Zu dunklen Farben wechseln',
    cancel: 'Abbrechen',
    close: 'Schließen',
    steps: 'Schritte',
    step: {
      open: 'Öffnen',
      columns: 'Spalten',
      train: 'Lernen',
      compare: 'Vergleich',
      release: 'Freigabe',
    },
    stepDone: ', erledigt',
    stepLocked: (why) => `, gesperrt: ${why}`,
    compareAgain: 'Noch einmal vergleichen',
    makeRelease: 'Datei zur Freigabe erstellen',
    sample: (rows, sampledFrom) => [
      'Die Datei ist größer, als ein Browser fassen kann: Dies ist eine gleichmäßige Stichprobe, ',
      strong(writeCount(rows)),
      ` ihrer ${writeCount(sampledFrom)} Zeilen. Diese werden gelernt und verglichen, und von ihnen handeln die Berichte.`,
    ],
  },
});

/** What comes to the page, by drop or paste, and what is lost by it. */
export const offerWords = catalogue({
  en: {
    checkThese: 'Let go to check these files',
    openThis: 'Let go to open this file',
    isFolder: 'That is a folder; open one file from inside it.',
    several: (count: number) => `${writeCount(count)} files came at once; open them one at a time.`,
    empty: (name: string) => `${name} is empty; choose a file with a table in it.`,
    noText: 'There is no text to read; copy the table’s rows and paste them again.',
    learning: 'A table is being learnt',
    notUsed: 'The model has not been used yet',
    endsTraining: (name: string, open: string) =>
      `Reading ${name} ends the training, and what was learnt of ${open} is lost.`,
    discardsModel: (name: string, open: string) =>
      `Reading ${name} discards the model of ${open}, and no file has been made from it.`,
    read: (name: string) => `Read ${name}`,
    keepWorking: 'Keep working',
  },
  de: {
    checkThese: 'Loslassen, um diese Dateien zu prüfen',
    openThis: 'Loslassen, um diese Datei zu öffnen',
    isFolder: 'Das ist ein Ordner; öffnen Sie eine Datei daraus.',
    several: (count) => `Es kamen ${writeCount(count)} Dateien auf einmal; öffnen Sie eine nach der anderen.`,
    empty: (name) => `${name} ist leer; wählen Sie eine Datei, die eine Tabelle enthält.`,
    noText:
      'Es ist kein Text da, der sich lesen ließe; kopieren Sie die Zeilen der Tabelle und fügen Sie sie noch einmal ein.',
    learning: 'Eine Tabelle wird gerade gelernt',
    notUsed: 'Das Modell wurde noch nicht genutzt',
    endsTraining: (name, open) =>
      `Wird ${name} gelesen, so endet das Lernen, und was von ${open} gelernt wurde, ist verloren.`,
    discardsModel: (name, open) =>
      `Wird ${name} gelesen, so wird das Modell von ${open} verworfen, und noch ist keine Datei daraus entstanden.`,
    read: (name) => `${name} lesen`,
    keepWorking: 'Weiterarbeiten',
  },
});

/** The question before anything goes to the page around this one. */
export const handOverWords = catalogue({
  en: {
    title: {
      rows: 'Give synthetic rows to the page around this one?',
      evidence: 'Give figures of the comparison to the page around this one?',
      file: 'Hand this file to the page around this one?',
      model: 'Hand the model to the page around this one?',
    },
    asksRows: (origin: string, name: string): Rich => [
      strong(origin),
      ` asks for ${name}: rows made from what was learnt, none of the real ones.`,
    ],
    asksEvidence: (origin: string): Rich => [
      strong(origin),
      ' asks for the figures of the comparison. They are computed from the real table: single figures and verdicts, no cell and no column’s name.',
    ],
    keepsFiles: (origin: string, name: string): Rich => [
      strong(origin),
      ' keeps files for this frame, which may not save any itself. It would get ',
      strong(name),
      ', and can read what is in it: real cells too, where columns were to keep theirs.',
    ],
    keepsModel: (origin: string, name: string): Rich => [
      strong(origin),
      ' keeps files for this frame, which may not save any itself. It would get ',
      strong(name),
      ', and all that was learnt with it. Learnt without differential privacy, that is as private as the real table.',
    ],
    onceGiven: 'Once given, it is out of this page’s hands.',
    onceGivenForTable:
      'Once given, it is out of this page’s hands. The answer holds until another table is opened.',
    give: 'Give it',
    keep: 'Keep it here',
  },
  de: {
    title: {
      rows: 'Synthetische Zeilen an die umgebende Seite geben?',
      evidence: 'Zahlen des Vergleichs an die umgebende Seite geben?',
      file: 'Diese Datei an die umgebende Seite geben?',
      model: 'Das Modell an die umgebende Seite geben?',
    },
    asksRows: (origin, name) => [
      strong(origin),
      ` bittet um ${name}: Zeilen, die aus dem Gelernten erzeugt wurden, keine der echten.`,
    ],
    asksEvidence: (origin) => [
      strong(origin),
      ' bittet um die Zahlen des Vergleichs. Sie sind aus der echten Tabelle berechnet: einzelne Zahlen und Urteile, keine Zelle und kein Spaltenname.',
    ],
    keepsFiles: (origin, name) => [
      strong(origin),
      ' bewahrt Dateien für diesen Rahmen auf, der selbst keine speichern darf. Übergeben würde ',
      strong(name),
      '; der Inhalt wäre dort lesbar: auch echte Zellen, wo Spalten ihre behalten sollten.',
    ],
    keepsModel: (origin, name) => [
      strong(origin),
      ' bewahrt Dateien für diesen Rahmen auf, der selbst keine speichern darf. Übergeben würde ',
      strong(name),
      ' und damit alles, was gelernt wurde. Ohne Differential Privacy gelernt, ist das so vertraulich wie die echte Tabelle.',
    ],
    onceGiven: 'Einmal übergeben, ist es nicht mehr in der Hand dieser Seite.',
    onceGivenForTable:
      'Einmal übergeben, ist es nicht mehr in der Hand dieser Seite. Die Antwort gilt, bis eine andere Tabelle geöffnet wird.',
    give: 'Übergeben',
    keep: 'Hier behalten',
  },
});
